/**
 * The preference pages.
 */
@NullMarked
package org.trustflex.ui.preferences;

import org.jspecify.annotations.NullMarked;
