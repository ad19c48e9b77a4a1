/**
 * The Boards view and its commands.
 */
@NullMarked
package org.trustflex.ui.boards;

import org.jspecify.annotations.NullMarked;
