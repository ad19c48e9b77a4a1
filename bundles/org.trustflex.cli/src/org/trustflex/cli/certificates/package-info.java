/**
 * The commands about a device's certificates.
 */
@NullMarked
package org.trustflex.cli.certificates;

import org.jspecify.annotations.NullMarked;
