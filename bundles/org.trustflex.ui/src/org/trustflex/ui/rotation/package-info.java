/**
 * The Key Rotation view.
 */
@NullMarked
package org.trustflex.ui.rotation;

import org.jspecify.annotations.NullMarked;
