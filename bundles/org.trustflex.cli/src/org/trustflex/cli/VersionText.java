package org.trustflex.cli;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Optional;

import picocli.CommandLine.IVersionProvider;

/** The answer to {@code --version}. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {
                Messages.text("version.line", bundleVersion().orElseGet(() -> Messages.text("version.development"))),
                Messages.text("version.java", Runtime.version(), System.getProperty("os.name"),
                        System.getProperty("os.arch")) };
    }

    /** The version of the bundle that this class was loaded from; nothing if it was not loaded from a jar. */
    private static Optional<String> bundleVersion() throws IOException {
        URL place = VersionText.class.getResource("VersionText.class");
        if (place != null && place.openConnection() instanceof JarURLConnection jar) {
            return Optional.ofNullable(jar.getMainAttributes().getValue("Bundle-Version"));
        }
        return Optional.empty();
    }
}
