package org.trustflex.kit.transport;

import java.util.ArrayList;
import java.util.List;

import org.trustflex.kit.device.KitProgram;

/** The wire between one client and a kit program, with faults on the way. Used by one thread at a time. */
final class KitWire {

    private final KitProgram program;
    private final KitFault fault;
    private final List<String> late = new ArrayList<>();

    KitWire(KitProgram program, KitFault fault) {
        this.program = program;
        this.fault = fault;
    }

    /** What comes back when a request is sent: nothing, its answer, or after answers to earlier ones. No newlines. */
    List<String> carry(String request) {
        List<String> lines = new ArrayList<>(late);
        late.clear();
        if (fault.reaches(request)) {
            Delivery delivery = fault.deliver(request, program.answer(request));
            if (delivery instanceof Delivery.Arrives arrives) {
                lines.add(arrives.line());
            } else if (delivery instanceof Delivery.Late held) {
                late.add(held.line());
            }
        }
        return lines;
    }

    /** Forgets what is still on its way. */
    void clear() {
        late.clear();
    }
}
