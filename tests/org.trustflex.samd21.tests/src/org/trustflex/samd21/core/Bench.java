package org.trustflex.samd21.core;

/** A processor with flash and SRAM and nothing else. */
final class Bench {

    final Clock clock = new Clock();
    final Core core = new Core(clock, new byte[Memory.FLASH_SIZE], new Nothing());
    final Registers registers = core.registers();

    /** A processor at the reset vector of an image. */
    static Bench of(byte[] image) {
        Bench bench = new Bench();
        System.arraycopy(image, 0, bench.core.memory().flash(), 0, image.length);
        bench.core.reset();
        return bench;
    }

    /** Executes one instruction, and takes the exception that it raises. */
    void step() {
        core.run(1);
    }

    /** Where nothing is. */
    private static final class Nothing implements Device {
        @Override
        public int read(int address, int size) {
            throw CoreFault.busError(address);
        }

        @Override
        public void write(int address, int size, int value) {
            throw CoreFault.busError(address);
        }
    }
}
