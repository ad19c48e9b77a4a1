package org.trustflex.board.mcu;

import java.time.Duration;

/**
 * Where an MCU is.
 *
 * @param time           device time since power-on
 * @param cycles         processor cycles since power-on
 * @param programCounter the address of the instruction that comes next
 * @param lockedUp       whether the program faulted while it handled a fault, so that only a reset helps
 * @param halted         whether a debugger halts it
 */
public record McuState(Duration time, long cycles, int programCounter, boolean lockedUp, boolean halted) {
}
