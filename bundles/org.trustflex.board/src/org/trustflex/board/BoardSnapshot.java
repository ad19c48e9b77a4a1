package org.trustflex.board;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.trustflex.simulator.eeprom.EepromFormat;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.UnusableEepromFile;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * A whole simulated board without power, in one JSON file: what {@code board.json} says, and what each part keeps, in the
 * form of its EEPROM file, which has a checksum of its own. It holds private keys.
 *
 * @param file    what the board is
 * @param eeproms what each of its parts keeps
 * @param flash   what its MCU keeps; nothing if that is the factory program
 */
record BoardSnapshot(BoardFile file, Map<BoardPart, EepromImage> eeproms, Optional<byte[]> flash) {

    private static final int FORMAT = 1;
    private static final long LARGEST = 1024 * 1024L;
    private static final String FORMAT_MEMBER = "snapshotFormat";
    private static final String BOARD = "board";
    private static final String EEPROMS = "eeproms";
    private static final String FLASH = "flash";

    /**
     * A board as it is now. Who calls this holds its lock.
     *
     * @throws UnusableBoard if one of its files is damaged
     */
    static BoardSnapshot of(BoardFolder folder) throws UnusableBoard {
        BoardFile file = BoardFile.read(folder.file());
        Map<BoardPart, EepromImage> eeproms = new EnumMap<>(BoardPart.class);
        for (BoardPart part : file.parts()) {
            eeproms.put(part, folder.load(file, part));
        }
        return new BoardSnapshot(file, eeproms, FlashFile.content(folder));
    }

    /**
     * Makes the file, readable for its owner alone.
     *
     * @throws UnusableBoard if there is something at that place already, or it can't be written
     */
    void write(Path snapshot) throws UnusableBoard {
        if (Files.exists(snapshot)) {
            throw new UnusableBoard(snapshot, Messages.text("snapshot.exists", snapshot));
        }
        JsonObject object = new JsonObject();
        object.addProperty(FORMAT_MEMBER, FORMAT);
        object.add(BOARD, file.json());
        JsonObject kept = new JsonObject();
        eeproms.forEach((part, image) -> kept.addProperty(part.key(),
                Base64.getEncoder().encodeToString(EepromFormat.encode(image))));
        object.add(EEPROMS, kept);
        flash.ifPresent(bytes -> object.addProperty(FLASH, Base64.getEncoder().encodeToString(bytes)));
        String text = new GsonBuilder().setPrettyPrinting().create().toJson(object) + "\n";
        try {
            PrivateFiles.writeDurably(snapshot, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UnusableBoard(snapshot, Messages.text("file.write", snapshot, Messages.reason(failed)), failed);
        }
    }

    /**
     * Reads the file.
     *
     * @throws UnusableBoard if it is missing, damaged, none of this kind, or of another format version
     */
    static BoardSnapshot read(Path snapshot) throws UnusableBoard {
        JsonObject object = BoardFile.object(snapshot, LARGEST);
        JsonElement board = object.get(BOARD);
        JsonElement kept = object.get(EEPROMS);
        if (!object.has(FORMAT_MEMBER) || board == null || !board.isJsonObject() || kept == null
                || !kept.isJsonObject()) {
            throw new UnusableBoard(snapshot, Messages.text("snapshot.foreign", snapshot));
        }
        String format = BoardFile.text(snapshot, object, FORMAT_MEMBER);
        if (!format.equals(String.valueOf(FORMAT))) {
            throw new UnusableBoard(snapshot, Messages.text("file.format", snapshot, format, FORMAT));
        }
        BoardFile file = BoardFile.of(snapshot, board.getAsJsonObject());
        Map<BoardPart, EepromImage> eeproms = new EnumMap<>(BoardPart.class);
        for (BoardPart part : file.parts()) {
            eeproms.put(part, image(snapshot, kept.getAsJsonObject(), file, part));
        }
        return new BoardSnapshot(file, eeproms, flash(snapshot, object));
    }

    private static Optional<byte[]> flash(Path snapshot, JsonObject object) throws UnusableBoard {
        if (!object.has(FLASH)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(BoardFile.text(snapshot, object, FLASH));
            if (bytes.length == FlashFile.SIZE) {
                return Optional.of(bytes);
            }
            throw new UnusableBoard(snapshot, Messages.text("snapshot.flash", snapshot));
        } catch (IllegalArgumentException damaged) {
            throw new UnusableBoard(snapshot, Messages.text("snapshot.flash", snapshot), damaged);
        }
    }

    private static EepromImage image(Path snapshot, JsonObject kept, BoardFile file, BoardPart part)
            throws UnusableBoard {
        try {
            byte[] bytes = Base64.getDecoder().decode(BoardFile.text(snapshot, kept, part.key()));
            EepromImage image = EepromFormat.decode(bytes, snapshot.toString());
            if (image.configuration().serialNumber().equals(file.serialNumber(part))) {
                return image;
            }
            throw new UnusableBoard(snapshot, Messages.text("snapshot.damaged", snapshot, part.key()));
        } catch (UnusableEepromFile | IllegalArgumentException damaged) {
            throw new UnusableBoard(snapshot, Messages.text("snapshot.damaged", snapshot, part.key()), damaged);
        }
    }

    /** Makes a board what it was. Who calls this holds its lock. */
    void bringBack(BoardFolder folder) throws IOException, UnusableBoard {
        for (Map.Entry<BoardPart, EepromImage> kept : eeproms.entrySet()) {
            folder.replace(kept.getKey(), kept.getValue());
        }
        FlashFile.replace(folder, flash);
        PrivateFiles.writeDurably(folder.file(), file.encode());
    }
}
