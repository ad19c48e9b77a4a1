/**
 * What the 16 slots of a secure element hold and allow.
 */
@NullMarked
package org.trustflex.provisioning.slots;

import org.jspecify.annotations.NullMarked;
