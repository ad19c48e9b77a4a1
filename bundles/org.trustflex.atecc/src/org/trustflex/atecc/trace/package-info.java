/**
 * Commands and replies in words, without the secrets in them.
 */
@NullMarked
package org.trustflex.atecc.trace;

import org.jspecify.annotations.NullMarked;
