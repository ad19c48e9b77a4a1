package org.trustflex.kit.transport;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.ReportPort;

import java.time.Duration;

/** The reports of an open HID device. */
final class HidReportPort implements ReportPort {

    private static final long LONGEST_WAIT_MILLIS = 60_000;

    private final HidNode node;

    HidReportPort(HidNode node) {
        this.node = node;
    }

    @Override
    public void write(byte[] report) throws LinkFailed {
        if (node.write(report) < 0) {
            throw new LinkFailed(Messages.text("hid.gone", node.path()));
        }
    }

    @Override
    public int read(byte[] report, Duration timeout) throws LinkFailed {
        // hidapi takes a negative number as "for ever", so this must be one that fits; rounded up, since 0 does not
        // wait.
        long millis = Math.min(LONGEST_WAIT_MILLIS, timeout.plusNanos(999_999).toMillis());
        int length = node.read(report, (int) Math.max(0, millis));
        if (length < 0) {
            throw new LinkFailed(Messages.text("hid.gone", node.path()));
        }
        return length;
    }

    @Override
    public void close() {
        node.close();
    }
}
