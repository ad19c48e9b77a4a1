package org.trustflex.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One command that a simulated element answered, without its data and that of the answer, which may be secret.
 *
 * @param number         counts the commands of a board; gaps are commands that were not kept
 * @param i2cAddress     of the element that answered, 8-bit notation; the one that it was delivered with
 * @param hostTime       when it was answered, by the clock of the computer
 * @param deviceTime     when it began, since the board was powered
 * @param executionTime  how long it took on the device
 * @param command        in words, such as "Verify(validate)"
 * @param slot           the slot that it was for, if any
 * @param status         two hex digits; "00" also where the answer was data
 * @param refusal        why the element said no, in plain words
 * @param requestLength  bytes in the command's packet, count to checksum; 0 if it was none
 * @param responseLength bytes in the response's packet, count to checksum
 * @param data           the packet's count, opcode and parameters in hex and how many bytes followed; empty if it was no
 *                       packet
 */
public record TraceEntry(long number, int i2cAddress, Instant hostTime, Duration deviceTime, Duration executionTime,
        String command,
        OptionalInt slot, String status, Optional<String> refusal, int requestLength, int responseLength, String data) {
}
