/**
 * Symmetric computations: AES-128, the multiplication of GCM, and HMAC with what TLS makes of it.
 */
@NullMarked
package org.trustflex.simulator.symmetric;

import org.jspecify.annotations.NullMarked;
