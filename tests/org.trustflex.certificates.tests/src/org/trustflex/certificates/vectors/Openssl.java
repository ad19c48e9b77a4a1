package org.trustflex.certificates.vectors;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.P256Certificate;

/** The openssl command as a judge that shares no code with us. */
public final class Openssl {

    private static final long DEADLINE_SECONDS = 30;

    /** What a command answered. */
    public record Answer(int exitCode, String output) {
    }

    private Openssl() {
    }

    public static Answer run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("openssl-output.txt");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        assertTrue(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS), "openssl ends");
        return new Answer(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    /** openssl verify of the whole chain as of a moment, in seconds since 1970. */
    public static Answer verify(Path folder, CertificateChain chain, long when)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("root.pem"), chain.root().pem());
        Files.writeString(folder.resolve("signer.pem"), chain.signer().pem());
        Files.writeString(folder.resolve("device.pem"), chain.device().pem());
        return run(folder, "verify", "-attime", Long.toString(when), "-CAfile", "root.pem", "-untrusted",
                "signer.pem", "signer.pem", "device.pem");
    }

    /**
     * openssl x509 -text without what changed between its versions: blanks around the equals sign of a name, "keyid:", the
     * line "Signature Value:", and how much lines are indented.
     */
    public static String text(Path folder, P256Certificate certificate) throws IOException, InterruptedException {
        Files.write(folder.resolve("one.der"), certificate.der());
        Answer answer = run(folder, "x509", "-inform", "DER", "-in", "one.der", "-noout", "-text");
        assertTrue(answer.exitCode() == 0, answer.output());
        return normalised(answer.output());
    }

    /** Our own text in the same way. */
    public static String normalised(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.equals("Signature Value:"))
                .map(line -> line.replaceFirst("^keyid:", "")
                        .replaceAll("(^Issuer: |^Subject: |, )(O|CN|OU|C|serialNumber) = ", "$1$2="))
                .collect(Collectors.joining("\n"));
    }
}
