/**
 * The commands and wizards that change a secure element, and what they ask before.
 */
@NullMarked
package org.trustflex.ui.operations;

import org.jspecify.annotations.NullMarked;
