package org.trustflex.samd21.debug;

import java.util.ArrayList;
import java.util.List;

/**
 * The commands that transfer words to and from the debug port and the access port. What a packet asks for is understood
 * to its end, and found to fit into the answer, before anything of it is done.
 */
final class CmsisDapTransfers {

    private static final int READ = 1 << 1;
    private static final int ACCESS_PORT = 1;
    private static final int MATCH_VALUE = 1 << 4;
    private static final int MATCH_MASK = 1 << 5;
    private static final int MISMATCH = 1 << 4;
    private static final int READ_BUFFER = 0xC | READ;

    private final SwdWire wire;
    private int matchRetries;
    private int mask;
    private int value;

    CmsisDapTransfers(SwdWire wire) {
        this.wire = wire;
    }

    private record Transfer(int header, int data) {

        boolean isRead() {
            return (header & READ) != 0;
        }

        boolean isWrite() {
            return !isRead() && !setsMask();
        }

        boolean matches() {
            return isRead() && (header & MATCH_VALUE) != 0;
        }

        boolean setsMask() {
            return !isRead() && (header & MATCH_MASK) != 0;
        }

        boolean hasData() {
            return !isRead() || matches();
        }

        boolean isAnswered() {
            return isRead() && !matches();
        }
    }

    void configure(ReportReader request) throws MalformedReport {
        request.require(5);
        wire.setIdleCycles(request.octet());
        // The port never answers WAIT, so that nothing is tried again for that reason.
        request.half();
        matchRetries = request.half();
    }

    /** DAP_Transfer: each with its own header; ends with the first that fails. */
    void transfer(ReportReader request, ReportWriter answer, boolean connected) throws MalformedReport {
        request.octet(); // the place in a JTAG chain
        int count = request.octet();
        List<Transfer> transfers = new ArrayList<>();
        int words = 0;
        for (int index = 0; index < count; index++) {
            int header = request.octet();
            Transfer without = new Transfer(header, 0);
            transfers.add(without.hasData() ? new Transfer(header, request.word()) : without);
            words += without.isAnswered() ? 1 : 0;
        }
        answer.require(2 + 4 * words);
        List<Integer> read = new ArrayList<>();
        Result result = perform(transfers, read, connected);
        answer.octet(result.done).octet(result.acknowledge);
        for (int word : read) {
            answer.word(word);
        }
    }

    /** DAP_TransferBlock: one register, many words. */
    void transferBlock(ReportReader request, ReportWriter answer, boolean connected) throws MalformedReport {
        request.octet();
        int count = request.half();
        int header = request.octet() & 0xF;
        boolean reading = (header & READ) != 0;
        request.require(reading ? 0 : 4 * count);
        answer.require(3 + (reading ? 4 * count : 0));
        List<Transfer> transfers = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            transfers.add(new Transfer(header, reading ? 0 : request.word()));
        }
        List<Integer> read = new ArrayList<>();
        Result result = perform(transfers, read, connected);
        answer.half(result.done).octet(result.acknowledge);
        for (int word : read) {
            answer.word(word);
        }
    }

    /** DAP_WriteABORT. Returns whether it was acknowledged. */
    boolean writeAbort(ReportReader request, boolean connected) throws MalformedReport {
        request.octet();
        int abort = request.word();
        return connected && wire.transfer(0, abort) == SwdPort.ACK_OK;
    }

    /** How many transfers were done, and what the last one was answered with. */
    private record Result(int done, int acknowledge) {
    }

    private Result perform(List<Transfer> transfers, List<Integer> read, boolean connected) {
        int acknowledge = connected ? SwdPort.ACK_OK : SwdWire.NO_ACK;
        int done = 0;
        boolean posted = false;
        for (Transfer transfer : transfers) {
            if (acknowledge != SwdPort.ACK_OK) {
                break;
            }
            acknowledge = perform(transfer);
            posted = transfer.isWrite();
            if (acknowledge == SwdPort.ACK_OK) {
                done++;
                if (transfer.isAnswered()) {
                    read.add(value);
                }
            }
        }
        if (posted && acknowledge == SwdPort.ACK_OK) {
            // What came of the last write is known with the next transfer only.
            acknowledge = wire.transfer(READ_BUFFER, 0);
        }
        return new Result(done, acknowledge);
    }

    private int perform(Transfer transfer) {
        if (transfer.setsMask()) {
            mask = transfer.data;
            return SwdPort.ACK_OK;
        }
        if (transfer.matches()) {
            return match(transfer);
        }
        return transfer.isRead() ? read(transfer.header) : wire.transfer(transfer.header, transfer.data);
    }

    private int match(Transfer transfer) {
        int acknowledge = read(transfer.header);
        for (int tries = 0; tries < matchRetries && differs(transfer, acknowledge); tries++) {
            acknowledge = read(transfer.header);
        }
        return differs(transfer, acknowledge) ? acknowledge | MISMATCH : acknowledge;
    }

    private boolean differs(Transfer transfer, int acknowledge) {
        return acknowledge == SwdPort.ACK_OK && (value & mask) != transfer.data;
    }

    /** Reads a register. The access port gives its answer with the transfer after. */
    private int read(int header) {
        int acknowledge = wire.transfer(header, 0);
        if (acknowledge == SwdPort.ACK_OK && (header & ACCESS_PORT) != 0) {
            acknowledge = wire.transfer(READ_BUFFER, 0);
        }
        value = wire.value();
        return acknowledge;
    }
}
