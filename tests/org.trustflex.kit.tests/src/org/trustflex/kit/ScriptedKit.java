package org.trustflex.kit;

import org.trustflex.kit.device.RequestAssembler;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/**
 * The device end of a report port that answers each line with whatever bytes a test likes. What it does not answer it
 * never will, so waits end at once. Every wait that was asked for is remembered.
 */
public final class ScriptedKit implements ReportPort {

    private final Function<String, byte[]> script;
    private final RequestAssembler assembler = new RequestAssembler();
    private final Queue<byte[]> reports = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private boolean closed;

    private ScriptedKit(Function<String, byte[]> script) {
        this.script = script;
    }

    /** Answers with bytes, cut into reports and filled up. */
    public static ScriptedKit bytes(Function<String, byte[]> script) {
        return new ScriptedKit(script);
    }

    /** Answers with a text as it is: who wants a newline writes one. */
    public static ScriptedKit text(Function<String, String> script) {
        return new ScriptedKit(request -> script.apply(request).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A board with one healthy device at 6C, but for the answers that a test gives itself: lines without newline. */
    public static ScriptedKit board(Function<String, String> others) {
        return text(request -> {
            String other = others.apply(request);
            return (other.isEmpty() ? healthy(request) : other) + "\n";
        });
    }

    private static String healthy(String request) {
        return switch (request) {
            case "board:device(00)" -> "ECC608B TWI 00(6C)";
            case "board:device(01)" -> "no_device ";
            case "E:w()" -> "00(04113343)";
            case "E:i()", "E:s()", "E:physical:select(6C)" -> "00()";
            case "E:t(0730000000035D)" -> "00(070000600383BB)";
            default -> request;
        };
    }

    /** Puts something on its way that nobody has asked for. */
    public void sendUnasked(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int from = 0; from < bytes.length; from += Report.SIZE) {
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(from + Report.SIZE, bytes.length));
            reports.add(Arrays.copyOf(piece, Report.SIZE));
        }
    }

    /** The lines that came, without newline. */
    public List<String> requests() {
        return requests;
    }

    /** How long the host was ready to wait, each time. */
    public List<Duration> waits() {
        return waits;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void write(byte[] report) {
        for (String request : assembler.accept(report, report.length)) {
            requests.add(request);
            sendUnasked(new String(script.apply(request), StandardCharsets.ISO_8859_1));
        }
    }

    @Override
    public int read(byte[] report, Duration timeout) {
        waits.add(timeout);
        byte[] next = reports.poll();
        if (next == null) {
            return 0;
        }
        System.arraycopy(next, 0, report, 0, next.length);
        return next.length;
    }

    @Override
    public void close() {
        closed = true;
    }
}
