/**
 * What is wrong with a TrustFLEX project, as problem markers.
 */
@NullMarked
package org.trustflex.launching.problems;

import org.jspecify.annotations.NullMarked;
