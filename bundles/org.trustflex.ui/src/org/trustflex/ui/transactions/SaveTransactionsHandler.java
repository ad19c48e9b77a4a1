package org.trustflex.ui.transactions;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.trustflex.ui.FileToSave;
import org.trustflex.ui.SaveTextJob;

/** Writes the commands that are shown into a text file that the user names. */
public final class SaveTransactionsHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        if (HandlerUtil.getActivePartChecked(event) instanceof TransactionsView view) {
            FileToSave.ask(HandlerUtil.getActiveShellChecked(event), Messages.save_title, "transactions.txt")
                    .ifPresent(file -> job(view.shownRows(), file).schedule());
        }
        return null;
    }

    private static SaveTextJob job(List<Transaction> rows, Path file) {
        return new SaveTextJob(NLS.bind(Messages.save_job, file.getFileName()), file,
                () -> TransactionText.table(rows));
    }
}
