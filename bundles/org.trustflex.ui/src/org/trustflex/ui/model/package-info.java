/**
 * What the user interface knows of boards and elements, read in the background and kept.
 */
@NullMarked
package org.trustflex.ui.model;

import org.jspecify.annotations.NullMarked;
