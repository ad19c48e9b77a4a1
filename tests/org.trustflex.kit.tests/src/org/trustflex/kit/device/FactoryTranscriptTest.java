package org.trustflex.kit.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import com.google.gson.Gson;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every line that the factory program answered when it was executed, put to ours. */
class FactoryTranscriptTest {

    private record Transcript(String source, List<Pair> pairs) {
    }

    private record Pair(String request, String reply) {
    }

    private static final String INFO_608B = "070000600383BB";

    @TestFactory
    Stream<DynamicTest> everyLineIsAnsweredAsByTheFactoryProgram() throws Exception {
        try (InputStream in = FactoryTranscriptTest.class
                .getResourceAsStream("/org/trustflex/kit/vectors/kit_factory_transcript.json");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            List<Pair> pairs = new Gson().fromJson(reader, Transcript.class).pairs();
            assertEquals(28, pairs.size());
            return pairs.stream().map(pair -> DynamicTest.dynamicTest(pair.request(), () -> check(pair)));
        }
    }

    private static void check(Pair pair) {
        int bracket = pair.request().indexOf(" [");
        String request = bracket < 0 ? pair.request() : pair.request().substring(0, bracket);
        KitProgram program = program(bracket < 0 ? "" : pair.request().substring(bracket + 1));
        if (request.contains(":t(")) {
            program.answer("E:physical:select(6C)");
            program.answer("E:w()");
        }
        assertEquals(pair.reply(), program.answer(request));
    }

    /** The board that a remark in the transcript describes. */
    private static KitProgram program(String remark) {
        return new KitProgram(new KitBus(switch (remark) {
            case "" -> List.of(new StubPart(0x6A), new StubPart(0xC0), new StubPart(0x6C));
            case "[no part on the bus]", "[no part]" -> List.<BusDevice>of();
            case "[one part, revision byte 03]" -> List.of(new StubPart(0x6C).revision(INFO_608B));
            case "[part answers 0F]" -> List.of(new StubPart(0x6C).commands(packet -> "040F2342"));
            case "[part never answers, 1001 polls]" -> List.of(new StubPart(0x6C).commands(packet -> ""));
            default -> throw new AssertionError("A remark that this test does not know: " + remark);
        }));
    }
}
