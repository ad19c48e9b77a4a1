package org.trustflex.kit.device;

/**
 * A line of the kit program's list.
 *
 * @param name    such as "ECC608B"
 * @param address 8-bit I2C address
 */
record FoundDevice(String name, int address) {
}
