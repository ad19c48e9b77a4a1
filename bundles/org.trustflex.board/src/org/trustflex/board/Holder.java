package org.trustflex.board;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * Who has a simulated board open, as noted beside it. The note only describes; whether somebody has the board is decided
 * by its lock. A process that was killed leaves its note behind, which is told from a true one by its process.
 *
 * @param process what its operating system calls it
 * @param started when the process started, as a number is used again; milliseconds, 0 if it is not known
 * @param purpose such as "rotate"
 * @param since   since when
 * @param control where it takes orders, if it does
 */
record Holder(long process, long started, String purpose, Instant since, Optional<ControlAddress> control) {

    /** The operating system's start times waver with corrections of its clock. */
    private static final long SAME_START_MILLIS = 2000;
    private static final long LARGEST = 4096;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** This process, from now on. */
    static Holder self(String purpose, Optional<ControlAddress> control) {
        ProcessHandle process = ProcessHandle.current();
        return new Holder(process.pid(), startOf(process), purpose, Instant.now().truncatedTo(ChronoUnit.SECONDS),
                control);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Whether the process still runs. */
    boolean isAlive() {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).map(Holder::startOf)
                .filter(start -> start == 0 || started == 0 || Math.abs(start - started) < SAME_START_MILLIS)
                .isPresent();
    }

    void write(Path note) throws IOException {
        JsonObject object = new JsonObject();
        object.addProperty("process", process);
        object.addProperty("started", started);
        object.addProperty("purpose", purpose);
        object.addProperty("since", since.toString());
        control.ifPresent(address -> {
            object.addProperty("port", address.port());
            object.addProperty("token", address.token());
        });
        PrivateFiles.write(note, object.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The holder that is noted and still runs. */
    static Optional<Holder> read(Path note) {
        try {
            if (!Files.isRegularFile(note) || Files.size(note) > LARGEST) {
                return Optional.empty();
            }
            JsonObject object = JsonParser.parseString(Files.readString(note)).getAsJsonObject();
            Optional<ControlAddress> control = object.has("port")
                    ? Optional.of(new ControlAddress(object.get("port").getAsInt(), object.get("token").getAsString()))
                    : Optional.empty();
            Holder holder = new Holder(object.get("process").getAsLong(), object.get("started").getAsLong(),
                    object.get("purpose").getAsString(), Instant.parse(object.get("since").getAsString()), control);
            return Optional.of(holder).filter(Holder::isAlive);
        } catch (IOException gone) {
            return Optional.empty();
        } catch (JsonParseException | IllegalStateException | NullPointerException | NumberFormatException
                | UnsupportedOperationException | DateTimeException damaged) {
            // It only describes: without it the holder is "another process".
            return Optional.empty();
        }
    }

    /** Such as "process 4711 (rotate, since 2026-03-04 05:06:07)". */
    String text() {
        return Messages.text("holder", process, purpose, TIME.format(since.atZone(ZoneId.systemDefault())));
    }

    /** How long it takes at most until whoever has the lock has written the note. */
    static Duration noteTime() {
        return Duration.ofSeconds(1);
    }
}
