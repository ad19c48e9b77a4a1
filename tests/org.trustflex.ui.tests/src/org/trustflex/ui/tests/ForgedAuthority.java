package org.trustflex.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.trustflex.provisioning.Project;

/** Somebody who is not the authority signs for a new key. */
final class ForgedAuthority {

    private static final String SIGNATURE = "\"signature\"";

    private ForgedAuthority() {
    }

    /** Puts another signature of the right length over the same nonce into what the authority has written. */
    static void sign(Project project) throws IOException {
        Path file = project.rotationFolder().resolve("pending/authorization.json");
        String text = Files.readString(file);
        int digit = text.indexOf('"', text.indexOf(SIGNATURE) + SIGNATURE.length() + 1) + 20;
        char other = text.charAt(digit) == '0' ? '1' : '0';
        Files.writeString(file, text.substring(0, digit) + other + text.substring(digit + 1));
    }
}
