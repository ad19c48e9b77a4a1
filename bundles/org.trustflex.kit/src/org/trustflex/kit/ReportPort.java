package org.trustflex.kit;

import org.trustflex.atecc.packet.LinkFailed;

import java.time.Duration;

/** Something that carries reports of {@value Report#SIZE} bytes without report id, such as a HID device. */
public interface ReportPort extends AutoCloseable {

    /**
     * Sends one report.
     *
     * @param report {@value Report#SIZE} bytes
     * @throws LinkFailed if it could not be sent
     */
    void write(byte[] report) throws LinkFailed;

    /**
     * Waits for one report.
     *
     * @param report  {@value Report#SIZE} bytes to be filled
     * @param timeout how long to wait; zero takes only what is already there
     * @return how many bytes came, or 0 if none came in time
     * @throws LinkFailed if the device is gone
     */
    int read(byte[] report, Duration timeout) throws LinkFailed;

    /** Releases the device. Never fails. */
    @Override
    void close();
}
