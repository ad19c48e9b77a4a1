/**
 * Resource generation: development keys for the slots of a TrustFLEX part, saved, programmed and proven.
 */
@NullMarked
package org.trustflex.provisioning.resources;

import org.jspecify.annotations.NullMarked;
