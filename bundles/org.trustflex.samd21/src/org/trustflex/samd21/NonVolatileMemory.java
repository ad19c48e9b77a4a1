package org.trustflex.samd21;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What outlasts the power: the flash of 256 KiB and the user row. Factory-new it is erased, with a user row without boot
 * protection, region locks and watchdog.
 */
public final class NonVolatileMemory {

    /** Size of the flash in bytes. */
    public static final int FLASH_SIZE = 256 * 1024;
    /** Size of the user row in bytes. */
    public static final int USER_ROW_SIZE = 256;

    private static final int FACTORY_LOW = 0xD8E0_C7FF;
    private static final int FACTORY_HIGH = 0xFFFF_FC5D;

    private final byte[] flash;
    private final byte[] userRow;
    private Runnable changeListener = () -> {
        // Nobody keeps it.
    };

    private NonVolatileMemory(byte[] flash, byte[] userRow) {
        this.flash = flash;
        this.userRow = userRow;
    }

    /** That of a new part. */
    public static NonVolatileMemory factoryNew() {
        byte[] flash = new byte[FLASH_SIZE];
        byte[] userRow = new byte[USER_ROW_SIZE];
        Arrays.fill(flash, (byte) 0xFF);
        Arrays.fill(userRow, (byte) 0xFF);
        ByteBuffer.wrap(userRow).order(ByteOrder.LITTLE_ENDIAN).putInt(FACTORY_LOW).putInt(FACTORY_HIGH);
        return new NonVolatileMemory(flash, userRow);
    }

    /**
     * That of a part as it was left.
     *
     * @param flash   {@link #FLASH_SIZE} bytes
     * @param userRow {@link #USER_ROW_SIZE} bytes
     */
    public static NonVolatileMemory of(byte[] flash, byte[] userRow) {
        if (flash.length != FLASH_SIZE || userRow.length != USER_ROW_SIZE) {
            throw new IllegalArgumentException("flash of " + flash.length + " bytes, user row of " + userRow.length);
        }
        return new NonVolatileMemory(flash.clone(), userRow.clone());
    }

    /** The flash itself, not a copy. Who writes here does what a debugger or the controller would do. */
    public byte[] flash() {
        return flash;
    }

    /** The user row itself, not a copy. */
    public byte[] userRow() {
        return userRow;
    }

    /** Sets who keeps it: called after each erase and each page that is written. */
    public void onChange(Runnable listener) {
        changeListener = listener;
    }

    /** Tells that something was erased or written. */
    public void changed() {
        changeListener.run();
    }
}
