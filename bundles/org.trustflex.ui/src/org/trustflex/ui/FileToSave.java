package org.trustflex.ui;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Asks the user for a file to write, with the window system's own dialog. */
public final class FileToSave {

    private static volatile Question question = FileToSave::dialog;

    private FileToSave() {
    }

    /** Asks, in whatever way. */
    interface Question {

        /**
         * @param shell      the window that asks
         * @param title      what the file is for
         * @param fileName   a name to begin with
         * @param extensions patterns such as *.pem; none for all files
         * @return nothing if the user thinks better of it
         */
        Optional<Path> ask(Shell shell, String title, String fileName, String... extensions);
    }

    /**
     * Asks for the file.
     *
     * @param extensions patterns such as *.pem; none for all files
     * @return nothing if the user thinks better of it
     */
    public static Optional<Path> ask(Shell shell, String title, String fileName, String... extensions) {
        return question.ask(shell, title, fileName, extensions);
    }

    private static Optional<Path> dialog(Shell shell, String title, String fileName, String... extensions) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(title);
        dialog.setFileName(fileName);
        if (extensions.length > 0) {
            dialog.setFilterExtensions(extensions);
        }
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    /** Somebody else answers from now on, as no test can reach into a window of the window system. */
    static void answerWith(Question other) {
        question = other;
    }

    /** The user is asked again. */
    static void answerByTheUser() {
        question = FileToSave::dialog;
    }
}
