package org.trustflex.kit.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.Gson;

import org.junit.jupiter.api.Test;

/**
 * A session of Microchip's own library, replayed. The kit that it talked to was a stub with a list of its own, so the
 * lines about devices are compared by their form, and all others byte for byte.
 */
class ClientTranscriptTest {

    private record Transcript(String source, List<String> lines) {
    }

    private static final String DEVICE_FORM = "ECC608\\w? TWI 00\\([0-9A-F]{2}\\)";

    @Test
    void theLibrarysSessionRunsAsItDidThen() throws Exception {
        List<String> lines = lines();
        Map<String, String> answers = answersOfThePart(lines);
        StubPart part = new StubPart(0x6C).revision("070000600383BB").commands(answers::get);
        KitProgram program = new KitProgram(new KitBus(List.of(part, new StubPart(0x6A))));
        int compared = 0;
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            String request = text(lines.get(i), '>');
            String then = text(lines.get(i + 1), '<');
            String now = program.answer(request);
            if (request.startsWith("board:device")) {
                assertTrue(then.matches(DEVICE_FORM) && now.matches(DEVICE_FORM), now);
            } else {
                assertEquals(then, now, request);
            }
            compared++;
        }
        assertEquals(30, compared);
    }

    private static Map<String, String> answersOfThePart(List<String> lines) {
        Map<String, String> answers = new HashMap<>();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            String request = text(lines.get(i), '>');
            if (request.startsWith("E:t(")) {
                String reply = text(lines.get(i + 1), '<');
                answers.put(request.substring(4, request.length() - 1), reply.substring(3, reply.length() - 1));
            }
        }
        return answers;
    }

    /** Lines are Python literals: a direction, and in quotes a text that ends in a backslash and an n. */
    private static String text(String line, char direction) {
        assertTrue(line.startsWith(direction + " '") && line.endsWith("\\n'"), line);
        return line.substring(3, line.length() - 3);
    }

    private static List<String> lines() throws Exception {
        try (InputStream in = ClientTranscriptTest.class
                .getResourceAsStream("/org/trustflex/kit/vectors/kit_transcript.json");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, Transcript.class).lines();
        }
    }
}
