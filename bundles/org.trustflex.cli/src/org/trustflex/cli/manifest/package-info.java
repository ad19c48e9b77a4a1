/**
 * The commands about manifests.
 */
@NullMarked
package org.trustflex.cli.manifest;

import org.jspecify.annotations.NullMarked;
