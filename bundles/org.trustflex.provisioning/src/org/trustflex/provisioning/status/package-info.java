/**
 * How a project is: what is done, ready, waiting, in need of attention or refused, from its files and from what was read
 * from the device.
 */
@NullMarked
package org.trustflex.provisioning.status;

import org.jspecify.annotations.NullMarked;
