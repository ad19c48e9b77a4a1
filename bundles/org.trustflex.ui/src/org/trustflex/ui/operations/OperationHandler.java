package org.trustflex.ui.operations;

import java.util.Optional;
import java.util.function.BiFunction;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Opens the wizard of an operation on the project that is selected or shown, after asking for what is not clear. */
public abstract class OperationHandler extends AbstractHandler {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 360;

    private final BiFunction<IWorkbenchWindow, Target, OperationWizard> wizard;

    OperationHandler(BiFunction<IWorkbenchWindow, Target, OperationWizard> wizard) {
        this.wizard = wizard;
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        try {
            Optional<Target> target = new TargetChoice(window).choose(HandlerUtil.getCurrentSelection(event));
            target.ifPresent(found -> open(window, found));
        } catch (CoreException failed) {
            throw new ExecutionException(failed.getStatus().getMessage(), failed);
        }
        return null;
    }

    private void open(IWorkbenchWindow window, Target target) {
        WizardDialog dialog = new WizardDialog(window.getShell(), wizard.apply(window, target));
        // Wide enough for the longest refusal in the two lines that the title area has.
        dialog.setPageSize(WIDTH, HEIGHT);
        dialog.open();
    }

    /** Generate Resources. */
    public static final class Resources extends OperationHandler {

        /** Made by the workbench. */
        public Resources() {
            super(ResourcesWizard::new);
        }
    }

    /** Generate Certificates. */
    public static final class Certificates extends OperationHandler {

        /** Made by the workbench. */
        public Certificates() {
            super(CertificatesWizard::new);
        }
    }

    /** Generate Manifest. */
    public static final class Manifest extends OperationHandler {

        /** Made by the workbench. */
        public Manifest() {
            super(ManifestWizard::new);
        }
    }

    /** Rotate Key. */
    public static final class Rotate extends OperationHandler {

        /** Made by the workbench. */
        public Rotate() {
            super(RotationWizard::new);
        }
    }
}
