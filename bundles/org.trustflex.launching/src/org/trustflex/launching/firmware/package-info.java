/**
 * The firmware of a project in the workspace: laid down, built with markers, flashed and judged.
 */
@NullMarked
package org.trustflex.launching.firmware;

import org.jspecify.annotations.NullMarked;
