package org.trustflex.ui.tests.robot;

import java.util.function.Supplier;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;

/** Opens what a menu of the workbench would open. */
public final class Dialogs {

    private Dialogs() {
    }

    /** Opens a wizard, as File &gt; Import and File &gt; New do. */
    public static void wizard(Supplier<? extends IWorkbenchWizard> maker) {
        Ui.start(() -> {
            IWorkbenchWizard wizard = maker.get();
            wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
            new WizardDialog(Desk.window().getShell(), wizard).open();
        });
    }
}
