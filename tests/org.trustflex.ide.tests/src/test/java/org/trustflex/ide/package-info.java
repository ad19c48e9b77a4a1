/**
 * The IDE, the update site and the start scripts as their users start them: as processes.
 */
@NullMarked
package org.trustflex.ide;

import org.jspecify.annotations.NullMarked;
