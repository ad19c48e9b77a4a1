/**
 * Trust Platform boards: finding them, and the way to the secure elements on them. A simulated board is files in a home
 * folder and is reached through the same kit protocol as a real one.
 */
@NullMarked
package org.trustflex.board;

import org.jspecify.annotations.NullMarked;
