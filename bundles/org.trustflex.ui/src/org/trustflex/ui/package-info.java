/**
 * The TrustFLEX perspective and what all its parts share.
 */
@NullMarked
package org.trustflex.ui;

import org.jspecify.annotations.NullMarked;
