/**
 * The 128-byte configuration zone as slot and key policies, and the TrustFLEX profile of it.
 */
@NullMarked
package org.trustflex.atecc.config;

import org.jspecify.annotations.NullMarked;
