/**
 * What the host computes beside the device: nonces, digests, MACs and the messages an authority signs.
 */
@NullMarked
package org.trustflex.atecc.host;

import org.jspecify.annotations.NullMarked;
