package org.trustflex.kit.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

/** How requests are found in what a client sends. */
class RequestAssemblerTest {

    private final RequestAssembler assembler = new RequestAssembler();

    private List<String> accept(String bytes) {
        byte[] chunk = bytes.getBytes(StandardCharsets.ISO_8859_1);
        return assembler.accept(chunk, chunk.length);
    }

    @Test
    void zerosArePaddingWhereverTheyStand() {
        assertEquals(List.of(), accept("\0\0E:\0"));
        assertEquals(List.of("E:w()"), accept("w()\n\0\0\0"));
        assertEquals(List.of("E:i()"), accept("E:i()\n\0"));
    }

    @Test
    void severalRequestsMayComeAtOnceAndOneInPieces() {
        assertEquals(List.of("a", "", "b"), accept("a\n\nb\nc"));
        assertEquals(List.of("cd"), accept("d\n"));
    }

    @Test
    void whatDoesNotFitIntoTheBufferIsDropped() {
        String fits = "x".repeat(KitProgram.BUFFER - 1);
        assertEquals(List.of(fits), accept(fits + "\n"));
        assertEquals(List.of(fits), accept(fits + "y\n"));
        for (int i = 0; i < 1000; i++) {
            assertEquals(List.of(), accept("z".repeat(1000)));
        }
        assertEquals(List.of("z".repeat(KitProgram.BUFFER - 1), "E:w()"), accept("\nE:w()\n"));
    }

    @Test
    void bytesStayWhatTheyAre() {
        assertEquals(List.of("\u00ff\u0080"), accept("\u00ff\u0080\n"));
    }

    @Test
    void onlyTheBytesThatCountAreTaken() {
        assertEquals(List.of("a"), assembler.accept(new byte[] { 'a', '\n', 'b', '\n' }, 2));
    }
}
