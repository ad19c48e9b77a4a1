/**
 * Why a device probably refused a command, told from its configuration zone, as the device itself says only "0F".
 */
@NullMarked
package org.trustflex.atecc.reason;

import org.jspecify.annotations.NullMarked;
