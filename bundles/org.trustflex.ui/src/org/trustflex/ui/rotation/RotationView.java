package org.trustflex.ui.rotation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.trustflex.provisioning.rotation.RotationStep;
import org.trustflex.ui.CommandRun;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.ActiveProject;
import org.trustflex.ui.operations.OperationStart;
import org.trustflex.ui.operations.Target;
import org.trustflex.ui.operations.TargetChoice;

/** The four steps of the rotation as buttons, and all of them as one. */
public final class RotationView extends ViewPart {

    private static final String HELP = TrustFlexUi.PLUGIN_ID + ".rotation_view";

    private final StackLayout stack = new StackLayout();
    private final Map<RotationStep, StepRow> steps = new EnumMap<>(RotationStep.class);
    private RotationModel model;
    private FormToolkit toolkit;
    private Composite parent;
    private Composite empty;
    private Label emptyText;
    private ScrolledForm form;
    private Label subject;
    private Label slot;
    private Label keys;
    private StepRow all;

    @Override
    public void createPartControl(Composite container) {
        IWorkbenchWindow window = getSite().getWorkbenchWindow();
        model = new RotationModel(ActiveProject.of(window));
        toolkit = new FormToolkit(container.getDisplay());
        parent = new Composite(container, SWT.NONE);
        parent.setLayout(stack);
        createEmpty();
        createForm();
        PlatformUI.getWorkbench().getHelpSystem().setHelp(container, HELP);
        model.listeners().addFor(parent, this::show);
        getSite().getPage().addPartListener(new Visibility());
        model.open();
        show();
    }

    private void createEmpty() {
        empty = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(empty);
        emptyText = new Label(empty, SWT.WRAP);
        emptyText.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    }

    private void createForm() {
        form = toolkit.createScrolledForm(parent);
        Composite body = form.getBody();
        TableWrapLayout layout = new TableWrapLayout();
        layout.numColumns = 2;
        layout.verticalSpacing = 2;
        body.setLayout(layout);
        subject = wide(body, "rotation.subject");
        slot = wide(body, "rotation.slot");
        keys = wide(body, "rotation.keys");
        CommandRun commands = new CommandRun(getSite());
        all = new StepRow(body, toolkit, Messages.rotate, "rotation.all", commands, () -> run(Optional.empty()));
        for (RotationStep step : RotationStep.values()) {
            steps.put(step, new StepRow(body, toolkit, StepNames.of(step), "rotation." + step, commands,
                    () -> run(Optional.of(step))));
        }
    }

    private Label wide(Composite body, String id) {
        Label label = toolkit.createLabel(body, "", SWT.WRAP);
        label.setData(TrustFlexUi.WIDGET_ID, id);
        label.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB, TableWrapData.TOP, 1, 2));
        return label;
    }

    private void show() {
        Optional<RotationFacts> facts = model.facts();
        if (facts.isPresent()) {
            show(facts.get());
        } else {
            emptyText.setText(model.problem().isEmpty() ? Messages.empty : model.problem());
            empty.layout();
        }
        Composite top = facts.isPresent() ? form : empty;
        if (stack.topControl != top) {
            stack.topControl = top;
            parent.layout();
        }
    }

    /** Lays out only where a text has changed: most events, such as each file that is written, change none. */
    private void show(RotationFacts facts) {
        boolean changed = set(subject, NLS.bind(Messages.subject, facts.project().name(),
                facts.boardId().orElse(Messages.noBoard)));
        changed |= set(slot, NLS.bind(Messages.slot, facts.slot()));
        changed |= set(keys, facts.newKey()
                .map(key -> NLS.bind(Messages.keys, facts.oldKey().orElse(Messages.noKey), key))
                .orElse(Messages.noNewKey));
        changed |= all.show(StepDisplay.ofAll(facts));
        for (Map.Entry<RotationStep, StepRow> row : steps.entrySet()) {
            changed |= row.getValue().show(StepDisplay.of(facts, row.getKey()));
        }
        if (changed) {
            form.reflow(true);
        }
    }

    private static boolean set(Label label, String text) {
        boolean changed = !label.getText().equals(text);
        if (changed) {
            label.setText(text);
        }
        return changed;
    }

    private void run(Optional<RotationStep> step) {
        Optional<RotationFacts> facts = model.facts();
        if (facts.isEmpty()) {
            return;
        }
        IWorkbenchWindow window = getSite().getWorkbenchWindow();
        try {
            Optional<Target> target = new TargetChoice(window).withBoard(facts.get().project());
            if (target.isPresent()) {
                OperationStart start = new OperationStart(window, target.get().project());
                if (step.isPresent()) {
                    start.rotation(step.get());
                } else {
                    start.rotation();
                }
            }
        } catch (CoreException failed) {
            StatusManager.getManager().handle(failed.getStatus(), StatusManager.SHOW);
        }
    }

    /** Reads files and board again. */
    void refresh() {
        model.refresh();
    }

    @Override
    public void setFocus() {
        stack.topControl.setFocus();
    }

    @Override
    public void dispose() {
        model.close();
        toolkit.dispose();
        super.dispose();
    }

    /** Reads the board when the view comes into sight, and only then. */
    private final class Visibility implements IPartListener2 {

        @Override
        public void partVisible(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == RotationView.this) {
                model.setVisible(true);
            }
        }

        @Override
        public void partHidden(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == RotationView.this) {
                model.setVisible(false);
            }
        }

        @Override
        public void partClosed(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == RotationView.this) {
                getSite().getPage().removePartListener(this);
            }
        }
    }
}
