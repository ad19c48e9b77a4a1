package org.trustflex.kit.transport;

import org.trustflex.kit.KitLink;
import org.trustflex.kit.Report;
import org.trustflex.kit.ReportFraming;
import org.trustflex.kit.ReportPort;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.kit.device.RequestAssembler;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A kit program at the other end of 64-byte reports in memory. The program works in the thread that writes the last
 * report of a request. What it has not answered by then it never will, so that a wait for it ends at once instead of
 * lasting to its deadline.
 */
public final class InMemoryKit implements ReportPort {

    private final KitWire wire;
    private final RequestAssembler assembler = new RequestAssembler();
    private final Queue<byte[]> reports = new ArrayDeque<>();

    /** A port to this program, with faults on the way. */
    public InMemoryKit(KitProgram program, KitFault fault) {
        wire = new KitWire(program, fault);
    }

    /** A link to this program. */
    public static KitLink link(KitProgram program) {
        return link(program, KitFault.NONE);
    }

    /** A link to this program, with faults on the way. */
    public static KitLink link(KitProgram program, KitFault fault) {
        return new ReportFraming(new InMemoryKit(program, fault));
    }

    @Override
    public void write(byte[] report) {
        for (String request : assembler.accept(report, report.length)) {
            for (String line : wire.carry(request)) {
                reports.addAll(Report.cut(line));
            }
        }
    }

    @Override
    public int read(byte[] report, Duration timeout) {
        byte[] next = reports.poll();
        if (next == null) {
            return 0;
        }
        System.arraycopy(next, 0, report, 0, Report.SIZE);
        return Report.SIZE;
    }

    @Override
    public void close() {
        reports.clear();
        wire.clear();
    }
}
