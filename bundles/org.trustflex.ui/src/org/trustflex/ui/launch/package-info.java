/**
 * The user interface of the launch configuration types: tabs, shortcuts, and the answers to a launch's questions.
 */
@NullMarked
package org.trustflex.ui.launch;

import org.jspecify.annotations.NullMarked;
