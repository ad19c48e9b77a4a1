package org.trustflex.kit.device;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts requests together from what a client sends, reports or pieces of a stream: zeros are padding wherever they
 * stand, a newline ends a request, and what does not fit into the kit program's buffer is dropped.
 */
public final class RequestAssembler {

    private static final int BYTE = 0xFF;

    private final StringBuilder line = new StringBuilder();

    /**
     * Takes the next bytes.
     *
     * @param bytes  a report, or a piece of a stream
     * @param length how many of them count
     * @return the requests that are complete now, in order, without newline, one character a byte
     */
    public List<String> accept(byte[] bytes, int length) {
        List<String> requests = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                requests.add(line.toString());
                line.setLength(0);
            } else if (bytes[i] != 0 && line.length() < KitProgram.BUFFER - 1) {
                line.append((char) (bytes[i] & BYTE));
            }
        }
        return requests;
    }
}
