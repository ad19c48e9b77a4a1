package org.trustflex.kit.device;

import java.util.Optional;

/**
 * A secure element on the I2C bus of a kit, as the kit program sees it. Calls come from one thread at a time.
 */
public interface BusDevice {

    /** Its 8-bit I2C address, such as 0x6C. May change when the device has slept. */
    int address();

    /**
     * The wake pulse, and what is read after it.
     *
     * @return the four bytes, {@code 04 11 33 43} from a healthy device, or nothing if it does not acknowledge
     */
    Optional<byte[]> wake();

    /** Word address 02: volatile memory is kept, and everything but a wake pulse is ignored. */
    void idle();

    /**
     * Word address 01: volatile memory is lost.
     *
     * @return whether the device acknowledged, which it does only when it is awake
     */
    boolean sleep();

    /**
     * Word address 03: one command.
     *
     * @param packet at least one byte: what the client sent, unchecked, supposed to be a command from count to checksum
     * @return the response, count to checksum; an empty array if the device took the command and never had an answer;
     *         or nothing if it does not acknowledge the command at all, as when it is asleep
     */
    Optional<byte[]> execute(byte[] packet);
}
