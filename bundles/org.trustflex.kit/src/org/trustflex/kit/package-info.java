/**
 * The kit protocol, host end: text lines that reach a secure element through the Trust Platform board's kit program, in
 * 64-byte reports or over a byte stream.
 */
@NullMarked
package org.trustflex.kit;

import org.jspecify.annotations.NullMarked;
