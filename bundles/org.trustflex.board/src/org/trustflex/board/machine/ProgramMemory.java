package org.trustflex.board.machine;

import java.util.Optional;
import java.util.function.Function;

import org.trustflex.board.mcu.FlashedProgram;
import org.trustflex.board.mcu.ProgramKind;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.samd21.NonVolatileMemory;

/** The non-volatile memory of a board's MCU, and what the program in it is. */
public final class ProgramMemory {

    private static final int SHOWN_DIGITS = 8;

    private final NonVolatileMemory memory;
    private final FlashKeeper keeper;
    private volatile boolean kit;
    private Runnable kitListener = () -> {
        // Nobody.
    };

    /** Watches a memory, and has it kept at each change. */
    public ProgramMemory(NonVolatileMemory memory, FlashKeeper keeper) {
        this.memory = memory;
        this.keeper = keeper;
        kit = FactoryProgram.isIn(memory.flash());
        memory.onChange(this::changed);
    }

    /** That of a new board: the factory program is in it. */
    public static NonVolatileMemory asDelivered() {
        NonVolatileMemory memory = NonVolatileMemory.factoryNew();
        byte[] image = FactoryProgram.image();
        System.arraycopy(image, 0, memory.flash(), 0, image.length);
        return memory;
    }

    /**
     * Says what a flash holds.
     *
     * @param names gives the name of a program by the digest of the whole flash
     */
    public static FlashedProgram describe(byte[] flash, Function<String, Optional<String>> names) {
        if (FactoryProgram.isIn(flash)) {
            return new FlashedProgram(ProgramKind.KIT, Messages.text("program.kit", KitProgram.VERSION));
        }
        if (FactoryProgram.isMissing(flash)) {
            return new FlashedProgram(ProgramKind.NONE, Messages.text("program.none"));
        }
        String digest = FactoryProgram.digest(flash, flash.length);
        return new FlashedProgram(ProgramKind.FIRMWARE, Messages.text("program.firmware",
                names.apply(digest).orElseGet(() -> digest.substring(0, SHOWN_DIGITS))));
    }

    /** Sets who is told when the kit comes or goes, by the thread that changes the flash. */
    public void onKitChange(Runnable listener) {
        kitListener = listener;
    }

    /** Whether the factory program is in the flash now. */
    public boolean isKit() {
        return kit;
    }

    /** The program that is in the flash now. */
    public FlashedProgram program() {
        return describe(memory.flash(), keeper::name);
    }

    NonVolatileMemory memory() {
        return memory;
    }

    /** Keeps the name of what was written. */
    void setName(String name) {
        keeper.setName(FactoryProgram.digest(memory.flash(), memory.flash().length), name);
    }

    private void changed() {
        keeper.save();
        boolean now = FactoryProgram.isIn(memory.flash());
        if (now != kit) {
            kit = now;
            kitListener.run();
        }
    }
}
