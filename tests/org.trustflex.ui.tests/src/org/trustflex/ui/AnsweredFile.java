package org.trustflex.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A user who names a file when asked for one: dialogs of the window system can't be typed into. Once closed, no more. */
public final class AnsweredFile implements AutoCloseable {

    private final AtomicReference<String> proposed = new AtomicReference<>("");

    /** Answers with this file. */
    public AnsweredFile(Path file) {
        FileToSave.answerWith((shell, title, fileName, extensions) -> {
            proposed.set(fileName);
            return Optional.of(file);
        });
    }

    /** The name that the dialog proposed; empty if nobody has asked. */
    public String proposed() {
        return proposed.get();
    }

    @Override
    public void close() {
        FileToSave.answerByTheUser();
    }
}
