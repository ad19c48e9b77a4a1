package org.trustflex.ui.launch;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.debug.core.IStatusHandler;
import org.jspecify.annotations.Nullable;
import org.trustflex.ui.boards.BoardChooser;

/** A launch asks which board its project uses. */
public final class WhichBoardHandler implements IStatusHandler {

    @Override
    public @Nullable Object handleStatus(IStatus status, Object source) throws CoreException {
        IProject project = (IProject) source;
        return UserAnswer.get(shell -> BoardChooser.ask(shell, project.getName()).orElse(null));
    }
}
