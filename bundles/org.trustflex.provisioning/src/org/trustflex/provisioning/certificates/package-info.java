/**
 * The certificates of a device: a chain of one's own, the delivered chain, backup and restore, reading and verifying.
 */
@NullMarked
package org.trustflex.provisioning.certificates;

import org.jspecify.annotations.NullMarked;
