package org.trustflex.ui;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/** Asks before something that can't be undone. The default is No. */
public final class IrreversibleQuestion {

    private static final int YES = 0;
    private static final int NO = 1;

    private IrreversibleQuestion() {
    }

    /**
     * Asks.
     *
     * @param question names the part by its serial number and says what becomes impossible
     * @param yes      what the button does, in a word or two
     * @return whether the user wants it
     */
    public static boolean ask(Shell shell, String title, String question, String yes) {
        MessageDialog dialog = new MessageDialog(shell, title, null, question, MessageDialog.WARNING, NO, yes,
                Messages.no);
        return dialog.open() == YES;
    }
}
