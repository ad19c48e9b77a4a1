/**
 * Rotation of the public key in slot 14: generate, authorize, update, verify; with a journal, so that it survives a pulled plug.
 */
@NullMarked
package org.trustflex.provisioning.rotation;

import org.jspecify.annotations.NullMarked;
