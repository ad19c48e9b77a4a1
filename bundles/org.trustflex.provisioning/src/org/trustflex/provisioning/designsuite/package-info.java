/**
 * Takes over what was made with the Trust Platform Design Suite.
 */
@NullMarked
package org.trustflex.provisioning.designsuite;

import org.jspecify.annotations.NullMarked;
