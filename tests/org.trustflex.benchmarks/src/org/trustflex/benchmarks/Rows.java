package org.trustflex.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Prints what JMH wrote as rows of the table in the README, in the order of the table. */
public final class Rows {

    /** One row: what, our benchmark, what is wanted of it, and the peer in the same run, if there is one. */
    private record Row(String what, String benchmark, String wanted, String peerName, String peer) {

        private Row(String what, String benchmark, String wanted) {
            this(what, benchmark, wanted, "", "");
        }
    }

    private static final Row[] ROWS = {
            new Row("small commands (Info) in process", "ElementBenchmark.smallCommand", "100,000/s"),
            new Row("Nonce and Sign", "ElementBenchmark.sign", "5,000/s", "the JDK's signature",
                    "ElementBenchmark.peerJdkSign"),
            new Row("Nonce and Verify, the same key", "ElementBenchmark.verifyTheSameKey", "5,000/s",
                    "the JDK's verification", "ElementBenchmark.peerJdkVerify"),
            new Row("Nonce and Verify, a fresh key each time", "ElementBenchmark.verifyAFreshKey", "2,500/s",
                    "the JDK's verification, the same key", "ElementBenchmark.peerJdkVerify"),
            new Row("small commands through kit reports in memory", "KitBenchmark.smallCommand", "20,000/s"),
            new Row("snapshot of a whole part, a write, and back to it", "ElementBenchmark.snapshot", "1,000/s"),
            new Row("a rotation in memory", "ProvisioningBenchmark.rotation", "20 ms"),
            new Row("custom certificate chain on a part without device time: issued, written, read back, verified",
                    "ProvisioningBenchmark.customChain", ""),
            new Row("manifest of 1,000 devices", "ManifestBenchmark.manifestOfThousandDevices", "",
                    "1,000 ES256 signatures by jose4j", "ManifestBenchmark.peerThousandSignatures") };

    private Rows() {
    }

    /**
     * Reads JMH's results in JSON.
     *
     * @param args the file
     */
    public static void main(String[] args) throws IOException {
        Map<String, JsonObject> results = new HashMap<>();
        try (Reader reader = Files.newBufferedReader(Path.of(args[0]))) {
            for (JsonElement result : JsonParser.parseReader(reader).getAsJsonArray()) {
                JsonObject object = result.getAsJsonObject();
                String name = object.get("benchmark").getAsString();
                results.put(name.substring(Rows.class.getPackageName().length() + 1),
                        object.getAsJsonObject("primaryMetric"));
            }
        }
        System.out.println("| what | figure | wanted | peer in the same run | figure |");
        System.out.println("|---|---|---|---|---|");
        for (Row row : ROWS) {
            if (results.containsKey(row.benchmark())) {
                System.out.printf(Locale.ROOT, "| %s | %s | %s | %s | %s |%n", row.what(),
                        figure(results.get(row.benchmark())), row.wanted(), row.peerName(),
                        results.containsKey(row.peer()) ? figure(results.get(row.peer())) : "");
            }
        }
    }

    private static String figure(JsonObject metric) {
        double score = metric.get("score").getAsDouble();
        boolean rate = metric.get("scoreUnit").getAsString().startsWith("ops/s");
        if (rate) {
            return String.format(Locale.ROOT, "%,.0f/s", score);
        }
        return String.format(Locale.ROOT, score < 100 ? "%.1f ms" : "%.0f ms", score);
    }
}
