/**
 * What the use cases share: the project and its files on disk, progress, and the ways in which a use case can fail.
 */
@NullMarked
package org.trustflex.provisioning;

import org.jspecify.annotations.NullMarked;
