package org.trustflex.ui.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;

/** Asks the user from a launch, which runs in the background, and waits for the answer. */
final class UserAnswer {

    private final Question question;
    private @Nullable Object answer;
    private @Nullable CoreException failure;

    private UserAnswer(Question question) {
        this.question = question;
    }

    /** What opens a dialog. */
    interface Question {

        @Nullable
        Object ask(Shell shell) throws CoreException;
    }

    static @Nullable Object get(Question question) throws CoreException {
        if (!PlatformUI.isWorkbenchRunning()) {
            return null;
        }
        UserAnswer given = new UserAnswer(question);
        PlatformUI.getWorkbench().getDisplay().syncExec(given::ask);
        if (given.failure != null) {
            throw given.failure;
        }
        return given.answer;
    }

    private void ask() {
        Shell front = PlatformUI.getWorkbench().getModalDialogShellProvider().getShell();
        try {
            answer = question.ask(front);
        } catch (CoreException failed) {
            failure = failed;
        }
    }
}
