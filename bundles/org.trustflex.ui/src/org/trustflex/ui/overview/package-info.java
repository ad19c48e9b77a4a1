/**
 * The overview editor: how a project is, and what to do next.
 */
@NullMarked
package org.trustflex.ui.overview;

import org.jspecify.annotations.NullMarked;
