/**
 * The manifest of a device: its public keys and certificates, signed.
 */
@NullMarked
package org.trustflex.provisioning.manifest;

import org.jspecify.annotations.NullMarked;
