package org.trustflex.ui.preferences;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.ui.TrustFlexUi;

/** The folder of the simulated boards. Empty means the user's own; one that does not exist yet is made with the first board. */
final class BoardsFolderField extends DirectoryFieldEditor {

    BoardsFolderField(Composite parent) {
        super();
        init(WorkspaceBoards.HOME, Messages.boards_folder);
        setChangeButtonText(Messages.browse);
        setValidateStrategy(VALIDATE_ON_KEY_STROKE);
        setEmptyStringAllowed(true);
        createControl(parent);
        getTextControl().setMessage(Messages.boards_own);
        getTextControl().setData(TrustFlexUi.WIDGET_ID, WorkspaceBoards.HOME);
    }

    @Override
    protected boolean doCheckState() {
        String problem = problem(getTextControl().getText().strip());
        if (problem != null) {
            setErrorMessage(problem);
        }
        return problem == null;
    }

    private static @Nullable String problem(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            Path folder = Path.of(typed);
            if (!folder.isAbsolute()) {
                return Messages.boards_relative;
            }
            return existing(folder);
        } catch (InvalidPathException noPath) {
            return Messages.boards_relative;
        }
    }

    /** What speaks against the folder itself, or against making it in the nearest folder above that exists. */
    private static @Nullable String existing(Path folder) {
        Path there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there == null || !Files.isDirectory(there)) {
            return Messages.boards_noFolder;
        }
        return Files.isWritable(there) ? null : Messages.boards_readOnly;
    }
}
