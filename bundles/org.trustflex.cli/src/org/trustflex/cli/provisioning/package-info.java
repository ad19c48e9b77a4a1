/**
 * The commands that generate resources and rotate the public key.
 */
@NullMarked
package org.trustflex.cli.provisioning;

import org.jspecify.annotations.NullMarked;
