package org.trustflex.firmware.build;

import java.util.List;
import java.util.Optional;

import org.trustflex.firmware.build.CompilerMessage.Severity;

/**
 * What a build came to.
 *
 * @param succeeded whether there are images now that fit the sources
 * @param messages  what compiler and linker said, in their order
 * @param size      how big the program is, if it was built
 */
public record BuildResult(boolean succeeded, List<CompilerMessage> messages, Optional<ImageSize> size) {

    /** The list is copied. */
    public BuildResult {
        messages = List.copyOf(messages);
    }

    /** How many messages are that bad. */
    public long count(Severity severity) {
        return messages.stream().filter(message -> message.severity() == severity).count();
    }
}
