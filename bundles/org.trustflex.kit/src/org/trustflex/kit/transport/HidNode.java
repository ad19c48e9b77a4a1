package org.trustflex.kit.transport;

import org.jspecify.annotations.Nullable;

/** A HID device as the operating system shows it. */
interface HidNode {

    /** 16 bits. */
    int vendorId();

    /** 16 bits. */
    int productId();

    /** Nothing if the device or the operating system does not tell. */
    @Nullable
    String product();

    /** What the operating system calls it, such as "/dev/hidraw3". */
    String path();

    /** Tries to open it; false if the operating system does not let us. */
    boolean open();

    /** Sends one report without report id. Negative on an error. */
    int write(byte[] report);

    /** Waits for one report and returns its length, 0 if none came in time, or a negative number on an error. */
    int read(byte[] report, int timeoutMillis);

    void close();
}
