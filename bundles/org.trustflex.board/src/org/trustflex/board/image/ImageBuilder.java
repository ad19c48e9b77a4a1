package org.trustflex.board.image;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects the pieces of an image and refuses those that can't be there. */
final class ImageBuilder {

    private final String file;
    private final TreeMap<Long, Piece> pieces = new TreeMap<>();

    /** A piece and where in the file it came from, such as "line 12". */
    private record Piece(byte[] bytes, String origin) {
    }

    /** @param file how messages call the file */
    ImageBuilder(String file) {
        this.file = file;
    }

    /**
     * Adds a piece.
     *
     * @param address 0 to FFFFFFFF
     * @param origin  where in the file it comes from
     * @throws RejectedImage if its addresses are not those of non-volatile memory, or taken
     */
    void add(long address, byte[] bytes, String origin) throws RejectedImage {
        if (bytes.length == 0) {
            return;
        }
        long end = address + bytes.length;
        boolean flash = end <= FlashImage.FLASH_SIZE;
        boolean userRow = address >= FlashImage.USER_ROW
                && end <= FlashImage.USER_ROW + FlashImage.USER_ROW_SIZE;
        if (!flash && !userRow) {
            throw new RejectedImage(Messages.text("address.outside", file, origin, address, end - 1,
                    FlashImage.FLASH_SIZE - 1, FlashImage.USER_ROW));
        }
        Map.Entry<Long, Piece> before = pieces.lowerEntry(end);
        if (before != null && before.getKey() + before.getValue().bytes().length > address) {
            throw new RejectedImage(Messages.text("address.twice", file, origin,
                    Math.max(address, before.getKey()), before.getValue().origin()));
        }
        pieces.put(address, new Piece(bytes, origin));
    }

    /**
     * What was collected, with pieces that touch each other put together.
     *
     * @throws RejectedImage if that is nothing
     */
    List<FlashSegment> segments() throws RejectedImage {
        if (pieces.isEmpty()) {
            throw new RejectedImage(Messages.text("image.empty", file));
        }
        List<FlashSegment> segments = new ArrayList<>();
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        long start = pieces.firstKey();
        for (Map.Entry<Long, Piece> piece : pieces.entrySet()) {
            if (piece.getKey() != start + joined.size()) {
                segments.add(new FlashSegment((int) start, joined.toByteArray()));
                joined.reset();
                start = piece.getKey();
            }
            joined.writeBytes(piece.getValue().bytes());
        }
        segments.add(new FlashSegment((int) start, joined.toByteArray()));
        return segments;
    }
}
