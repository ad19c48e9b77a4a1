package org.trustflex.board;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.simulator.environment.SimulatorSettings;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import org.jspecify.annotations.Nullable;

/**
 * What a simulated board is: its file {@code board.json}. The settings in it may be changed with an editor; they count
 * from the next time that the board is powered. A setting that is missing has its default.
 *
 * @param serialNumbers of its parts; here too, so that a board whose EEPROM was damaged can be reset. Boards that were made
 *                      when there was nothing but the TrustFLEX part on them have just that
 * @param profile       the configuration that its TrustFLEX part was delivered with
 * @param custom        what its TrustCUSTOM part is delivered with, if not with what is in parts from the fab
 * @param settings      what its parts do where no public document says what a real one does
 * @param created       when the board was made
 */
record BoardFile(Map<BoardPart, SerialNumber> serialNumbers, TrustFlexProfile profile,
        Optional<CustomConfiguration> custom, SimulatorSettings settings, Instant created) {

    private static final int FORMAT = 1;
    private static final long LARGEST = 64 * 1024L;
    private static final String FORMAT_MEMBER = "format";
    private static final String SERIAL_NUMBER = "serialNumber";
    private static final String NEIGHBOURS = "neighbours";
    private static final String PROFILE = "profile";
    private static final String CUSTOM = "customConfiguration";
    private static final String SETTINGS = "settings";
    private static final String CREATED = "created";

    /** Keeps a copy of the map. */
    BoardFile {
        serialNumbers = Collections.unmodifiableMap(new EnumMap<>(serialNumbers));
    }

    /** The parts that are on the board, in the kit's order. */
    List<BoardPart> parts() {
        return List.copyOf(serialNumbers.keySet());
    }

    /**
     * The serial number of a part.
     *
     * @throws IllegalArgumentException if the part is not on the board
     */
    SerialNumber serialNumber(BoardPart part) {
        SerialNumber known = serialNumbers.get(part);
        if (known == null) {
            throw new IllegalArgumentException(part.name());
        }
        return known;
    }

    /** The file of the same board with other parts. */
    BoardFile with(Map<BoardPart, SerialNumber> others) {
        return new BoardFile(others, profile, custom, settings, created);
    }

    /** The file's content. */
    byte[] encode() {
        String text = new GsonBuilder().setPrettyPrinting().create().toJson(json()) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The file's content as an object, from which {@link #of} makes the same again. */
    JsonObject json() {
        JsonObject object = new JsonObject();
        object.addProperty(FORMAT_MEMBER, FORMAT);
        JsonObject neighbours = new JsonObject();
        serialNumbers.forEach((part, serialNumber) -> {
            if (part == BoardPart.TRUST_FLEX) {
                object.addProperty(SERIAL_NUMBER, serialNumber.hex());
            } else {
                neighbours.addProperty(part.key(), serialNumber.hex());
            }
        });
        object.add(NEIGHBOURS, neighbours);
        object.addProperty(PROFILE, profile.name());
        custom.ifPresent(configuration -> object.addProperty(CUSTOM, configuration.hex()));
        object.addProperty(CREATED, created.toString());
        object.add(SETTINGS, SettingsJson.write(settings));
        return object;
    }

    /**
     * Reads the file of a board.
     *
     * @throws UnusableBoard if it is missing, damaged, or of another format version
     */
    static BoardFile read(Path file) throws UnusableBoard {
        return of(file, object(file, LARGEST));
    }

    /**
     * What the content of the file of a board says.
     *
     * @param file where it was read, for messages
     * @throws UnusableBoard if it is damaged, or of another format version
     */
    static BoardFile of(Path file, JsonObject object) throws UnusableBoard {
        String format = text(file, object, FORMAT_MEMBER);
        if (!format.equals(String.valueOf(FORMAT))) {
            throw new UnusableBoard(file, Messages.text("file.format", file, format, FORMAT));
        }
        String member = SERIAL_NUMBER;
        try {
            Map<BoardPart, SerialNumber> serialNumbers = new EnumMap<>(BoardPart.class);
            serialNumbers.put(BoardPart.TRUST_FLEX, new SerialNumber(text(file, object, member)));
            member = NEIGHBOURS;
            serialNumbers.putAll(neighbours(object.get(member)));
            member = PROFILE;
            TrustFlexProfile profile = TrustFlexProfile.valueOf(text(file, object, member));
            member = CUSTOM;
            Optional<CustomConfiguration> custom = object.has(member)
                    ? Optional.of(CustomConfiguration.parse(text(file, object, member)))
                    : Optional.empty();
            member = CREATED;
            Instant created = Instant.parse(text(file, object, member));
            member = SETTINGS;
            SimulatorSettings settings = SettingsJson.read(object.get(member));
            return new BoardFile(serialNumbers, profile, custom, settings, created);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            String what = member.equals(SETTINGS) ? SETTINGS + ": " + wrong.getMessage() : member;
            throw new UnusableBoard(file, Messages.text("file.member", file, what), wrong);
        }
    }

    private static Map<BoardPart, SerialNumber> neighbours(@Nullable JsonElement element) {
        Map<BoardPart, SerialNumber> serialNumbers = new EnumMap<>(BoardPart.class);
        if (element == null) {
            return serialNumbers;
        }
        if (!element.isJsonObject()) {
            throw new IllegalArgumentException(element.toString());
        }
        for (Map.Entry<String, JsonElement> member : element.getAsJsonObject().entrySet()) {
            BoardPart part = BoardPart.ofKey(member.getKey()).filter(known -> known != BoardPart.TRUST_FLEX)
                    .orElseThrow(() -> new IllegalArgumentException(member.getKey()));
            String serialNumber = member.getValue().isJsonPrimitive() ? member.getValue().getAsString() : "";
            serialNumbers.put(part, new SerialNumber(serialNumber));
        }
        return serialNumbers;
    }

    /**
     * The object in a file.
     *
     * @param largest more bytes than this it never has
     * @throws UnusableBoard if the file is missing, can't be read, or holds none
     */
    static JsonObject object(Path file, long largest) throws UnusableBoard {
        try {
            if (Files.size(file) <= largest) {
                JsonElement element = JsonParser.parseString(Files.readString(file));
                if (element.isJsonObject()) {
                    return element.getAsJsonObject();
                }
            }
            throw new UnusableBoard(file, Messages.text("file.damaged", file));
        } catch (JsonParseException damaged) {
            throw new UnusableBoard(file, Messages.text("file.damaged", file), damaged);
        } catch (IOException unreadable) {
            throw new UnusableBoard(file, Messages.text("file.read", file, Messages.reason(unreadable)), unreadable);
        }
    }

    /**
     * The value of a member that has one.
     *
     * @throws UnusableBoard if it is missing or no simple value
     */
    static String text(Path file, JsonObject object, String member) throws UnusableBoard {
        JsonElement value = object.get(member);
        if (value == null || !value.isJsonPrimitive()) {
            throw new UnusableBoard(file, Messages.text("file.member", file, member));
        }
        return value.getAsString();
    }
}
