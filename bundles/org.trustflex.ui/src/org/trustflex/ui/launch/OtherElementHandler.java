package org.trustflex.ui.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.debug.core.IStatusHandler;
import org.eclipse.osgi.util.NLS;
import org.jspecify.annotations.Nullable;
import org.trustflex.ui.IrreversibleQuestion;

/** A launch that is pinned to one secure element has found another. The default is to stop. */
public final class OtherElementHandler implements IStatusHandler {

    @Override
    public @Nullable Object handleStatus(IStatus status, Object source) throws CoreException {
        return UserAnswer.get(shell -> IrreversibleQuestion.ask(shell, Messages.other_title,
                NLS.bind(Messages.other_question, source), Messages.other_yes));
    }
}
