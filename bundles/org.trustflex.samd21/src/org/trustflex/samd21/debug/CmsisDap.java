package org.trustflex.samd21.debug;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.trustflex.samd21.RunningPart;

/**
 * A debug probe that speaks CMSIS-DAP 1.2 in reports of 64 bytes, as the board's nEDBG does on USB, and drives the
 * serial wire and the reset pin of a part (Arm, "CMSIS-DAP", version 1). It has one port, SWD. A command that it does not
 * know, or whose arguments or answer do not lie within a report, is answered with FF and does nothing; of several in one
 * report those before it are done. Used by one thread at a time.
 */
public final class CmsisDap {

    /** The length of a report in bytes. */
    public static final int REPORT_SIZE = 64;
    /** How many reports may be under way. */
    static final int REPORT_COUNT = 4;

    private static final int INVALID = 0xFF;
    private static final int OK = 0;
    private static final int ERROR = 0xFF;
    private static final int PORT_DEFAULT = 0;
    private static final int PORT_SWD = 1;
    private static final int CAPABILITIES = 0x11; // SWD, and several commands in one report
    private static final String PROTOCOL_VERSION = "1.2.0";
    private static final int PIN_CLOCK = 1;
    private static final int PIN_DATA = 1 << 1;
    private static final int PIN_RESET = 1 << 7;
    private static final int LONGEST_WAIT = 3_000_000;

    private final ProbeIdentity identity;
    private final SwdWire wire;
    private final ResetPin reset;
    private final CmsisDapTransfers transfers;
    private final List<byte[]> queue = new ArrayList<>();
    private boolean connected;

    /** Connects a probe to a part. */
    public CmsisDap(RunningPart part, ProbeIdentity identity) {
        DebugAccess access = new DebugAccess(part);
        this.identity = identity;
        this.wire = new SwdWire(new SwdPort(access));
        this.reset = new ResetPin(part, access);
        this.transfers = new CmsisDapTransfers(wire);
    }

    /**
     * Carries out what a report asks for.
     *
     * @param report 1 to 64 bytes
     * @return the answers, none for what is queued and for DAP_TransferAbort, 64 bytes each
     */
    public List<byte[]> answer(byte[] report) {
        if (report.length == 0 || report.length > REPORT_SIZE) {
            throw new IllegalArgumentException("a report of " + report.length + " bytes");
        }
        int code = report[0] & 0xFF;
        if (code == CmsisDapCommand.TRANSFER_ABORT.code()) {
            // Transfers are over before the next report is looked at.
            return List.of();
        }
        boolean queued = code == CmsisDapCommand.QUEUE_COMMANDS.code();
        if (queued && queue.size() < REPORT_COUNT - 1) {
            queue.add(report.clone());
            return List.of();
        }
        queue.add(report);
        List<byte[]> answers = queue.stream().map(this::execute).toList();
        queue.clear();
        return answers;
    }

    private byte[] execute(byte[] report) {
        ReportReader request = new ReportReader(report);
        ReportWriter answer = new ReportWriter(REPORT_SIZE);
        int code = report[0] & 0xFF;
        try {
            if (code == CmsisDapCommand.EXECUTE_COMMANDS.code() || code == CmsisDapCommand.QUEUE_COMMANDS.code()) {
                executeSeveral(request, answer);
            } else {
                executeOne(request, answer);
            }
        } catch (MalformedReport malformed) {
            answer.rewind(0);
            answer.report()[0] = (byte) INVALID;
        }
        return answer.report();
    }

    private void executeSeveral(ReportReader request, ReportWriter answer) throws MalformedReport {
        request.octet();
        int count = request.octet();
        answer.octet(CmsisDapCommand.EXECUTE_COMMANDS.code()).octet(count);
        for (int index = 0; index < count; index++) {
            executeOne(request, answer);
        }
    }

    private void executeOne(ReportReader request, ReportWriter answer) throws MalformedReport {
        Optional<CmsisDapCommand> command = CmsisDapCommand.of(request.octet());
        if (command.isEmpty()) {
            throw new MalformedReport();
        }
        answer.octet(command.get().code());
        switch (command.get()) {
            case INFO -> tellInformation(request.octet(), answer);
            case HOST_STATUS -> {
                request.half(); // which light, and whether it is on: the board shows neither
                answer.octet(OK);
            }
            case CONNECT -> answer.octet(connect(request.octet()));
            case DISCONNECT -> {
                connected = false;
                answer.octet(OK);
            }
            case TRANSFER_CONFIGURE -> {
                transfers.configure(request);
                answer.octet(OK);
            }
            case TRANSFER -> transfers.transfer(request, answer, connected);
            case TRANSFER_BLOCK -> transfers.transferBlock(request, answer, connected);
            case WRITE_ABORT -> answer.octet(transfers.writeAbort(request, connected) ? OK : ERROR);
            case DELAY -> answer.octet(delay(request.half()));
            case RESET_TARGET -> {
                answer.require(2);
                reset.drive(false);
                reset.drive(true);
                answer.octet(OK).octet(1);
            }
            case SWJ_PINS -> movePins(request, answer);
            case SWJ_CLOCK -> answer.octet(request.word() == 0 ? ERROR : OK);
            case SWJ_SEQUENCE -> sendSequence(request, answer);
            case SWD_CONFIGURE -> {
                int setting = request.octet();
                wire.configure(1 + (setting & 3), (setting & 4) != 0);
                answer.octet(OK);
            }
            case SWD_SEQUENCE -> exchangeSequences(request, answer);
            // These stand for a whole report.
            case TRANSFER_ABORT, QUEUE_COMMANDS, EXECUTE_COMMANDS -> throw new MalformedReport();
        }
    }

    private void tellInformation(int which, ReportWriter answer) throws MalformedReport {
        switch (which) {
            case 0x01 -> tell(identity.manufacturer(), answer);
            case 0x02 -> tell(identity.product(), answer);
            case 0x03 -> tell(identity.serialNumber(), answer);
            case 0x04 -> tell(PROTOCOL_VERSION, answer);
            case 0x05 -> tell("Microchip", answer);
            case 0x06 -> tell("ATSAMD21E18A", answer);
            case 0xF0 -> answer.octet(1).octet(CAPABILITIES);
            case 0xFE -> answer.octet(1).octet(REPORT_COUNT);
            case 0xFF -> answer.octet(2).half(REPORT_SIZE);
            default -> answer.octet(0);
        }
    }

    private static void tell(String text, ReportWriter answer) throws MalformedReport {
        byte[] bytes = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), text.length() + 1);
        answer.require(1 + bytes.length);
        answer.octet(bytes.length);
        for (byte each : bytes) {
            answer.octet(each);
        }
    }

    private int connect(int port) {
        connected = port == PORT_DEFAULT || port == PORT_SWD;
        return connected ? PORT_SWD : 0;
    }

    private static int delay(int microseconds) {
        try {
            TimeUnit.MICROSECONDS.sleep(microseconds);
            return OK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ERROR;
        }
    }

    private void movePins(ReportReader request, ReportWriter answer) throws MalformedReport {
        request.require(6);
        int output = request.octet();
        int selected = request.octet();
        // Pins are where they are driven to at once, so that nothing is waited for.
        boolean patient = Integer.compareUnsigned(request.word(), LONGEST_WAIT) <= 0;
        if (!patient) {
            throw new MalformedReport();
        }
        if (connected) {
            drivePins(output, selected);
        }
        answer.octet((wire.isClockHigh() ? PIN_CLOCK : 0) | (wire.isLineHigh() ? PIN_DATA : 0)
                | (reset.isHigh() ? PIN_RESET : 0));
    }

    private void drivePins(int output, int selected) {
        if ((selected & PIN_DATA) != 0) {
            wire.setLine((output & PIN_DATA) != 0);
        }
        if ((selected & PIN_CLOCK) != 0) {
            wire.setClock((output & PIN_CLOCK) != 0);
        }
        if ((selected & PIN_RESET) != 0) {
            reset.drive((output & PIN_RESET) != 0);
        }
    }

    private void sendSequence(ReportReader request, ReportWriter answer) throws MalformedReport {
        int count = request.octet();
        int left = count == 0 ? 256 : count;
        request.require((left + 7) / 8);
        for (; left > 0; left -= 8) {
            int bits = request.octet();
            if (connected) {
                wire.send(bits, Math.min(left, 8));
            }
        }
        answer.octet(connected ? OK : ERROR);
    }

    /** DAP_SWD_Sequence: sends or samples up to 64 clocks each. */
    private void exchangeSequences(ReportReader request, ReportWriter answer) throws MalformedReport {
        int count = request.octet();
        List<Sequence> sequences = new ArrayList<>();
        int sampled = 0;
        for (int index = 0; index < count; index++) {
            int header = request.octet();
            int clocks = (header & 0x3F) == 0 ? 64 : header & 0x3F;
            boolean samples = (header & 0x80) != 0;
            sequences.add(new Sequence(clocks, samples, samples ? 0 : request.number((clocks + 7) / 8)));
            sampled += samples ? (clocks + 7) / 8 : 0;
        }
        answer.require(1 + sampled);
        answer.octet(connected ? OK : ERROR);
        for (Sequence sequence : sequences) {
            if (sequence.samples) {
                answer.number(connected ? wire.receive(sequence.clocks) : 0, (sequence.clocks + 7) / 8);
            } else if (connected) {
                wire.send(sequence.bits, sequence.clocks);
            }
        }
    }

    private record Sequence(int clocks, boolean samples, long bits) {
    }
}
