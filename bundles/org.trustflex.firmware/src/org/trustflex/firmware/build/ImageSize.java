package org.trustflex.firmware.build;

/**
 * What a program takes of the MCU.
 *
 * @param flash bytes of the flash, of {@value #FLASH}
 * @param ram   bytes of the RAM without the stack, of {@value #RAM}
 */
public record ImageSize(int flash, int ram) {

    /** The flash of a SAMD21E18A in bytes. */
    public static final int FLASH = 256 * 1024;
    /** Its RAM in bytes. */
    public static final int RAM = 32 * 1024;

    /** Such as "4,512 of 262,144 bytes of flash, 532 of 32,768 bytes of RAM". */
    @Override
    public String toString() {
        return Messages.text("size", flash, FLASH, ram, RAM);
    }
}
