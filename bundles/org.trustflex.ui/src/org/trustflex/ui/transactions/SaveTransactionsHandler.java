package org.trustflex.ui.transactions;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.trustflex.ui.SaveTextJob;

/** Writes the commands that are shown into a text file that the user names. */
public final class SaveTransactionsHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        if (HandlerUtil.getActivePartChecked(event) instanceof TransactionsView view) {
            FileDialog dialog = new FileDialog(HandlerUtil.getActiveShellChecked(event), SWT.SAVE);
            dialog.setText(Messages.save_title);
            dialog.setFileName("transactions.txt");
            dialog.setOverwrite(true);
            String file = dialog.open();
            if (file != null) {
                job(view.shownRows(), Path.of(file)).schedule();
            }
        }
        return null;
    }

    /** Writes the rows without asking anything more. */
    static SaveTextJob job(List<Transaction> rows, Path file) {
        return new SaveTextJob(NLS.bind(Messages.save_job, file.getFileName()), file,
                () -> TransactionText.table(rows));
    }
}
