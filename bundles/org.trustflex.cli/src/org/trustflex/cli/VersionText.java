package org.trustflex.cli;

import java.util.Optional;

import picocli.CommandLine.IVersionProvider;

/** The answer to {@code --version}. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(VersionText.class.getPackage().getImplementationVersion())
                .orElseGet(() -> Messages.text("version"));
        return new String[] { Messages.text("version.line", version),
                Messages.text("version.java", Runtime.version(), System.getProperty("os.name"),
                        System.getProperty("os.arch")) };
    }
}
