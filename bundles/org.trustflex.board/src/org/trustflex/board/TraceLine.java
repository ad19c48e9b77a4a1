package org.trustflex.board;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.trace.CommandText;
import org.trustflex.simulator.SimulatedTransaction;
import org.trustflex.simulator.refusal.Refusal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;

/** The entries of a trace as lines of JSON. Times in a device are nanoseconds. */
final class TraceLine {

    /** As long as most lines are. */
    private static final int ROOM = 256;
    private static final String NUMBER = "n";
    private static final String ADDRESS = "at";
    private static final String HOST_TIME = "time";
    private static final String DEVICE_TIME = "device";
    private static final String EXECUTION_TIME = "took";
    private static final String COMMAND = "command";
    private static final String SLOT = "slot";
    private static final String STATUS = "status";
    private static final String REFUSAL = "refusal";
    private static final String REQUEST_LENGTH = "request";
    private static final String RESPONSE_LENGTH = "response";
    private static final String DATA = "data";

    private TraceLine() {
    }

    /** What is kept of a command: no data, neither of the command nor of the answer. */
    static TraceEntry entry(long number, int i2cAddress, Instant now, SimulatedTransaction transaction) {
        Optional<CommandPacket> packet = transaction.command();
        Optional<CommandText> text = packet.map(CommandText::of);
        return new TraceEntry(number, i2cAddress, now, transaction.started(), transaction.executionTime(),
                text.map(CommandText::name).orElseGet(() -> Messages.text("trace.nopacket")),
                text.map(CommandText::slot).orElse(OptionalInt.empty()), transaction.status().hex(),
                transaction.refusal().map(Refusal::text),
                packet.map(command -> CommandPacket.OVERHEAD + command.dataLength()).orElse(0),
                transaction.responseLength(), packet.map(CommandPacket::toString).orElse(""));
    }

    /** The entry as one line without its newline. */
    static String encode(TraceEntry entry) {
        StringWriter line = new StringWriter(ROOM);
        try (JsonWriter json = new JsonWriter(line)) {
            json.beginObject();
            json.name(NUMBER).value(entry.number());
            json.name(ADDRESS).value(entry.i2cAddress());
            json.name(HOST_TIME).value(entry.hostTime().toString());
            json.name(DEVICE_TIME).value(entry.deviceTime().toNanos());
            json.name(EXECUTION_TIME).value(entry.executionTime().toNanos());
            json.name(COMMAND).value(entry.command());
            if (entry.slot().isPresent()) {
                json.name(SLOT).value(entry.slot().getAsInt());
            }
            json.name(STATUS).value(entry.status());
            if (entry.refusal().isPresent()) {
                json.name(REFUSAL).value(entry.refusal().get());
            }
            json.name(REQUEST_LENGTH).value(entry.requestLength());
            json.name(RESPONSE_LENGTH).value(entry.responseLength());
            json.name(DATA).value(entry.data());
            json.endObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }

    /** The entry in a line, or nothing if the line is torn. */
    static Optional<TraceEntry> decode(String line) {
        try {
            JsonObject object = JsonParser.parseString(line).getAsJsonObject();
            JsonElement slot = object.get(SLOT);
            // Older traces know of one element only.
            JsonElement address = object.get(ADDRESS);
            return Optional.of(new TraceEntry(object.get(NUMBER).getAsLong(),
                    address == null ? TrustFlexProfile.I2C_ADDRESS : address.getAsInt(),
                    Instant.parse(object.get(HOST_TIME).getAsString()),
                    Duration.ofNanos(object.get(DEVICE_TIME).getAsLong()),
                    Duration.ofNanos(object.get(EXECUTION_TIME).getAsLong()), object.get(COMMAND).getAsString(),
                    slot == null ? OptionalInt.empty() : OptionalInt.of(slot.getAsInt()),
                    object.get(STATUS).getAsString(),
                    Optional.ofNullable(object.get(REFUSAL)).map(JsonElement::getAsString),
                    object.get(REQUEST_LENGTH).getAsInt(), object.get(RESPONSE_LENGTH).getAsInt(),
                    object.get(DATA).getAsString()));
        } catch (JsonParseException | IllegalStateException | NullPointerException | NumberFormatException
                | UnsupportedOperationException | DateTimeException torn) {
            return Optional.empty();
        }
    }
}
