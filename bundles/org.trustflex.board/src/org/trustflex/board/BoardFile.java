package org.trustflex.board;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.simulator.environment.SimulatorSettings;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * What a simulated board is: its file {@code board.json}. The settings in it may be changed with an editor; they count
 * from the next time that the board is powered. A setting that is missing has its default.
 *
 * @param serialNumber of its part; here too, so that a board whose EEPROM was damaged can be reset
 * @param profile      the configuration that its part was delivered with
 * @param settings     what its part does where no public document says what a real one does
 * @param created      when the board was made
 */
record BoardFile(SerialNumber serialNumber, TrustFlexProfile profile, SimulatorSettings settings, Instant created) {

    private static final int FORMAT = 1;
    private static final long LARGEST = 64 * 1024L;
    private static final String FORMAT_MEMBER = "format";
    private static final String SERIAL_NUMBER = "serialNumber";
    private static final String PROFILE = "profile";
    private static final String SETTINGS = "settings";
    private static final String CREATED = "created";

    /** The file's content. */
    byte[] encode() {
        JsonObject object = new JsonObject();
        object.addProperty(FORMAT_MEMBER, FORMAT);
        object.addProperty(SERIAL_NUMBER, serialNumber.hex());
        object.addProperty(PROFILE, profile.name());
        object.addProperty(CREATED, created.toString());
        object.add(SETTINGS, SettingsJson.write(settings));
        String text = new GsonBuilder().setPrettyPrinting().create().toJson(object) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the file of a board.
     *
     * @throws UnusableBoard if it is missing, damaged, or of another format version
     */
    static BoardFile read(Path file) throws UnusableBoard {
        JsonObject object = object(file);
        String format = text(file, object, FORMAT_MEMBER);
        if (!format.equals(String.valueOf(FORMAT))) {
            throw new UnusableBoard(file, Messages.text("file.format", file, format, FORMAT));
        }
        String member = SERIAL_NUMBER;
        try {
            SerialNumber serialNumber = new SerialNumber(text(file, object, member));
            member = PROFILE;
            TrustFlexProfile profile = TrustFlexProfile.valueOf(text(file, object, member));
            member = CREATED;
            Instant created = Instant.parse(text(file, object, member));
            member = SETTINGS;
            SimulatorSettings settings = SettingsJson.read(object.get(member));
            return new BoardFile(serialNumber, profile, settings, created);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            String what = member.equals(SETTINGS) ? SETTINGS + ": " + wrong.getMessage() : member;
            throw new UnusableBoard(file, Messages.text("file.member", file, what), wrong);
        }
    }

    private static JsonObject object(Path file) throws UnusableBoard {
        try {
            if (Files.size(file) <= LARGEST) {
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

    private static String text(Path file, JsonObject object, String member) throws UnusableBoard {
        JsonElement value = object.get(member);
        if (value == null || !value.isJsonPrimitive()) {
            throw new UnusableBoard(file, Messages.text("file.member", file, member));
        }
        return value.getAsString();
    }
}
