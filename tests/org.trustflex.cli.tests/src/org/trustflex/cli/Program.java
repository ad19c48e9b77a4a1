package org.trustflex.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.trustflex.atecc.SecureElement;
import org.trustflex.board.Boards;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.firmware.FirmwareProject;
import org.trustflex.kit.KitSession;
import org.trustflex.provisioning.Project;
import org.trustflex.simulator.SimulatedElement;

import com.google.gson.Gson;

import picocli.CommandLine;

/** The command line as a process of its own, on the classes that this test runs with. */
final class Program implements AutoCloseable {

    private static final long DEADLINE_SECONDS = 30;

    private final Process process;
    private final BufferedReader out;
    private final BufferedReader err;

    private Program(Process process) {
        this.process = process;
        out = process.inputReader(StandardCharsets.UTF_8);
        err = process.errorReader(StandardCharsets.UTF_8);
    }

    /** Starts a command in a shell's folder, with its boards. */
    static Program start(Shell shell, String... words) throws Exception {
        return start(shell, List.of(), words);
    }

    /** The same, through another program whose last arguments are the command line. */
    static Program start(Shell shell, List<String> through, String... words) throws Exception {
        List<String> command = new ArrayList<>(through);
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC", "-cp", classPath(), Main.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(shell.file("").toFile());
        builder.environment().put("TRUSTFLEX_HOME", shell.home().toString());
        builder.environment().remove("TRUSTFLEX_DEBUG");
        return new Program(builder.start());
    }

    /** Where the classes are, whether in jars, in folders of classes, or in projects that are run in place. */
    private static String classPath() throws ClassNotFoundException, URISyntaxException {
        ClassLoader kit = KitSession.class.getClassLoader();
        ClassLoader certificates = P256Certificate.class.getClassLoader();
        List<Class<?>> needed = List.of(Main.class, Boards.class, SecureElement.class, KitSession.class,
                SimulatedElement.class, P256Certificate.class, Project.class, FirmwareProject.class, Gson.class,
                CommandLine.class,
                kit.loadClass("com.sun.jna.Native"), kit.loadClass("org.hid4java.HidManager"),
                kit.loadClass("com.fazecast.jSerialComm.SerialPort"),
                Boards.class.getClassLoader().loadClass("org.trustflex.samd21.Samd21"),
                certificates.loadClass("org.bouncycastle.asn1.ASN1Object"),
                certificates.loadClass("org.bouncycastle.asn1.cms.ContentInfo"),
                certificates.loadClass("org.bouncycastle.cert.X509CertificateHolder"),
                certificates.loadClass("com.nimbusds.jose.JWSObject"));
        Set<Path> places = new LinkedHashSet<>();
        for (Class<?> type : needed) {
            Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path classes = place.resolve("target").resolve("classes");
            places.add(Files.isDirectory(classes) ? classes : place);
        }
        return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** The next line that it prints, nothing at the end. */
    Optional<String> line() throws IOException {
        return Optional.ofNullable(out.readLine());
    }

    /** The next line that it prints about what goes wrong, nothing at the end. */
    Optional<String> errorLine() throws IOException {
        return Optional.ofNullable(err.readLine());
    }

    String errors() {
        return err.lines().collect(Collectors.joining("\n"));
    }

    /** Ends it as SIGTERM does. What it still says can be read, which {@code Process.destroy} would not allow. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Ends it as SIGKILL does, and waits until it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The process does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
