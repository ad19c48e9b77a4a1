/**
 * Programs of others that are called where they are installed.
 */
@NullMarked
package org.trustflex.board.tool;

import org.jspecify.annotations.NullMarked;
