package org.trustflex.kit;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;

import java.time.Duration;
import java.util.Optional;

/** Lines in 64-byte reports, as the board speaks them over HID. A line begins with a report of its own. */
public final class ReportFraming implements KitLink {

    /** More than the input queue of any HID driver holds. */
    private static final int MOST_STALE_REPORTS = 1024;

    private final ReportPort port;
    private boolean unread;

    /** A link over this port, which it closes with itself. */
    public ReportFraming(ReportPort port) {
        this.port = port;
    }

    @Override
    public void send(String line, Deadline deadline) throws LinkFailed {
        dropStale(deadline);
        for (byte[] report : Report.cut(line)) {
            port.write(report);
        }
    }

    private void dropStale(Deadline deadline) throws LinkFailed {
        unread = false;
        byte[] report = new byte[Report.SIZE];
        for (int dropped = 0; port.read(report, Duration.ZERO) > 0; dropped++) {
            if (dropped >= MOST_STALE_REPORTS || deadline.passed()) {
                throw new LinkFailed(Messages.text("link.chatter"));
            }
        }
    }

    @Override
    public Optional<String> receive(Deadline deadline) throws LinkFailed, MalformedReply {
        unread = false;
        ReplyAssembler assembler = new ReplyAssembler();
        byte[] report = new byte[Report.SIZE];
        while (true) {
            int length = port.read(report, deadline.remaining());
            if (length == 0) {
                return Optional.empty();
            }
            if (length != Report.SIZE) {
                throw new MalformedReply(Messages.text("reply.report", length, Report.SIZE));
            }
            int end = take(report, assembler);
            if (end > 0) {
                unread = !isPadding(report, end);
                return Optional.of(assembler.line());
            }
        }
    }

    /** Returns where the line ends in this report, just behind its newline, or 0 if it goes on. */
    private static int take(byte[] report, ReplyAssembler assembler) throws MalformedReply {
        for (int i = 0; i < report.length; i++) {
            if (assembler.accept(report[i])) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean isPadding(byte[] report, int from) {
        for (int i = from; i < report.length; i++) {
            if (report[i] != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean hasUnread() {
        return unread;
    }

    @Override
    public void close() {
        port.close();
    }
}
