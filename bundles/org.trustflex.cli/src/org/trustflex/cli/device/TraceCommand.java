package org.trustflex.cli.device;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.Board;
import org.trustflex.board.BoardException;
import org.trustflex.board.BoardTrace;
import org.trustflex.board.SimulatedBoard;
import org.trustflex.board.TraceEntry;
import org.trustflex.cli.console.BoardOption;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.JsonOption;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.cli.console.TextTable;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the last commands that a device received, with times and the reasons of refusals. */
@Command(name = "trace")
public final class TraceCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final double MICROS_PER_MILLI = 1000;

    private final Surroundings surroundings;

    @Mixin
    private final BoardOption board;
    @Mixin
    private final JsonOption json = new JsonOption();
    @Option(names = { "-n", "--last" }, paramLabel = "COUNT", descriptionKey = "last")
    private int last = 50;

    /** The command in these surroundings. */
    public TraceCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.board = new BoardOption(surroundings, "trace");
    }

    @Override
    public Integer call() throws RejectedArgument, LinkFailed, AmbiguousBoard, BoardException {
        if (last < 1) {
            throw new RejectedArgument(Messages.text("trace.count", last));
        }
        List<TraceEntry> entries = trace(board.board()).last(last);
        if (json.wanted()) {
            JsonArray list = new JsonArray();
            entries.forEach(entry -> list.add(json(entry)));
            json.print(surroundings.out(), list);
        } else if (entries.isEmpty()) {
            surroundings.out().println(Messages.text("trace.none"));
        } else {
            print(entries);
        }
        return ExitCode.DONE.code();
    }

    private static BoardTrace trace(Board board) throws RejectedArgument {
        if (board instanceof SimulatedBoard simulated) {
            return simulated.trace();
        }
        throw new RejectedArgument(Messages.text("trace.hardware", board.id()));
    }

    private static JsonObject json(TraceEntry entry) {
        JsonObject object = new JsonObject();
        object.addProperty("number", entry.number());
        object.addProperty("i2cAddress", String.format(Locale.ROOT, "0x%02X", entry.i2cAddress()));
        object.addProperty("hostTime", entry.hostTime().toString());
        object.addProperty("deviceTimeMs", millis(entry.deviceTime()));
        object.addProperty("executionTimeMs", millis(entry.executionTime()));
        object.addProperty("command", entry.command());
        object.addProperty("slot", entry.slot().isPresent() ? entry.slot().getAsInt() : null);
        object.addProperty("status", entry.status());
        object.addProperty("refusal", entry.refusal().orElse(null));
        object.addProperty("requestLength", entry.requestLength());
        object.addProperty("responseLength", entry.responseLength());
        object.addProperty("data", entry.data());
        return object;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / MICROS_PER_MILLI / MICROS_PER_MILLI;
    }

    private void print(List<TraceEntry> entries) {
        TextTable table = new TextTable(Messages.text("trace.number"), Messages.text("trace.time"),
                Messages.text("trace.took"), Messages.text("trace.status"), Messages.text("trace.command"));
        DateTimeFormatter time = TIME.withZone(ZoneId.systemDefault());
        for (TraceEntry entry : entries) {
            String command = command(entry);
            table.row(List.of(String.valueOf(entry.number()), time.format(entry.hostTime()),
                    Messages.text("trace.millis", millis(entry.executionTime())), entry.status(), command),
                    entry.refusal().stream().toList());
        }
        table.print(surroundings.out());
    }

    /** Nearly all are for the TrustFLEX part; those that are not say so. */
    private static String command(TraceEntry entry) {
        String command = entry.slot().isPresent()
                ? Messages.text("trace.onslot", entry.command(), entry.slot().getAsInt())
                : entry.command();
        return entry.i2cAddress() == TrustFlexProfile.I2C_ADDRESS ? command
                : Messages.text("trace.neighbour", command, entry.i2cAddress());
    }
}
