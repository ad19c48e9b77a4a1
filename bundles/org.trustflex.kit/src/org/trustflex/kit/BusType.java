package org.trustflex.kit;

/** The wires behind a kit on which a device was found, by the names that the kit protocol uses. */
public enum BusType {
    /** I2C. */
    TWI,
    /** The single-wire interface. */
    SWI,
    SPI
}
