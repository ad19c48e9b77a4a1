/**
 * TrustFLEX projects in the Project Explorer.
 */
@NullMarked
package org.trustflex.ui.explorer;

import org.jspecify.annotations.NullMarked;
