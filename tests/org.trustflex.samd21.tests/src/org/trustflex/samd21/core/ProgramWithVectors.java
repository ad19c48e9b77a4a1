package org.trustflex.samd21.core;

import org.junit.jupiter.api.BeforeEach;

/** A program of a few instructions, with a vector for each exception to a handler that does nothing and returns. */
abstract class ProgramWithVectors {

    static final int CODE = 0x200;
    static final int STACK = 0x2000_1000;
    static final int NOP = 0xBF00;
    static final int WAIT_FOR_INTERRUPT = 0xBF30;

    private static final int RETURN = 0x4770;

    final byte[] image = new byte[0x400];
    Bench bench;

    @BeforeEach
    void vectors() {
        word(0, STACK);
        word(4, CODE | 1);
        for (int number = 2; number < 48; number++) {
            word(4 * number, handler(number) | 1);
        }
        for (int at = 0xC0; at < image.length; at += 2) {
            half(at, NOP);
        }
        for (int number = 2; number < 48; number++) {
            half(handler(number) + 2, RETURN);
        }
    }

    static int handler(int number) {
        return 0x100 + 4 * number;
    }

    final void start(int... code) {
        for (int index = 0; index < code.length; index++) {
            half(CODE + 2 * index, code[index]);
        }
        bench = Bench.of(image);
        bench.registers.setFlags(0xA000_0000);
    }

    final int pc() {
        return bench.registers.get(Registers.PC);
    }

    final void half(int at, int value) {
        image[at] = (byte) value;
        image[at + 1] = (byte) (value >>> 8);
    }

    private void word(int at, int value) {
        half(at, value);
        half(at + 2, value >>> 16);
    }
}
