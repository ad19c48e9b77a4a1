package org.trustflex.board;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.certificates.CertificateChain;
import org.trustflex.kit.KitSession;
import org.trustflex.samd21.Samd21;
import org.trustflex.simulator.SimulatedElement;

import org.bouncycastle.asn1.ASN1Object;
import org.jspecify.annotations.Nullable;

import com.google.gson.Gson;

/** Another program of the user, in a process of its own, that does with a board what it is told. */
final class OtherProcess implements AutoCloseable {

    /** The libraries for USB and serial ports are not among them: a simulated board needs none. */
    private static final Class<?>[] NEEDED = { OtherProcess.class, Boards.class, SecureElement.class, KitSession.class,
            SimulatedElement.class, Samd21.class, CertificateChain.class, ASN1Object.class, Gson.class };

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;

    private OtherProcess(Process process) {
        this.process = process;
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    static OtherProcess on(Path home, String board, String purpose) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new OtherProcess(new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-cp", classPath(),
                OtherProcess.class.getName(), home.toString(), board, purpose)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Where the classes are, whether from jars, folders of classes, or projects that are run in place. */
    private static String classPath() throws URISyntaxException {
        Set<Path> places = new LinkedHashSet<>();
        for (Class<?> type : NEEDED) {
            Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path classes = place.resolve("target").resolve("classes");
            places.add(Files.isDirectory(classes) ? classes : place);
        }
        return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    long pid() {
        return process.pid();
    }

    /** Gives an order and returns the line that answers it. */
    String ask(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
        return answer();
    }

    private String answer() throws IOException {
        @Nullable
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The other process has ended");
        }
        return line;
    }

    /** Ends it as SIGKILL does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The other process does not die");
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** The other process itself. */
    public static void main(String... arguments) throws Exception {
        Boards boards = Boards.in(Path.of(arguments[0])).as(arguments[2]);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        BufferedWriter out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        SecureElement element = null;
        for (String order = in.readLine(); order != null; order = in.readLine()) {
            String answer = "done";
            try {
                switch (order) {
                    case "open" -> element = boards.select("sim:" + arguments[1]).element().open();
                    case "random" -> opened(element).random();
                    case "close" -> opened(element).close();
                    case "cut" -> answer = boards.simulated().get(arguments[1]).powerCut().orElse("nobody");
                    default -> {
                        out.write("writing\n");
                        out.flush();
                        writeForEver(opened(element));
                    }
                }
            } catch (ElementException failed) {
                answer = failed.getClass().getSimpleName() + ": " + failed.getMessage();
            }
            out.write(answer + "\n");
            out.flush();
        }
    }

    private static SecureElement opened(@Nullable SecureElement element) {
        if (element == null) {
            throw new IllegalStateException("not opened");
        }
        return element;
    }

    private static void writeForEver(SecureElement element) throws ElementException {
        byte[] block = new byte[32];
        for (byte count = 0;; count++) {
            Arrays.fill(block, count);
            element.writeBlock(8, 0, block);
        }
    }
}
