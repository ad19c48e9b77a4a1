package org.trustflex.simulator.chip;

import org.trustflex.simulator.eeprom.EepromImage;

/**
 * Everything that a chip holds at one moment.
 *
 * @param image                the EEPROM
 * @param sram                 volatile memory, which nobody changes any more
 * @param persistentLatch      the latch that only a power cycle clears
 * @param secureBootProhibited whether SecureBoot is forbidden until a power cycle
 */
public record ChipState(EepromImage image, Sram sram, boolean persistentLatch, boolean secureBootProhibited) {
}
