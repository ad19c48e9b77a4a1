package org.trustflex.ui.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PlatformUI;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.provisioning.plan.PlannedWrites;
import org.trustflex.ui.TrustFlexUi;

/** Lists what will be written: to which board with which serial number, and which files. */
final class SummaryPage extends WizardPage {

    private static final int HEIGHT = 180;

    private final Target target;
    private final BoardSight.Plan plan;
    private final Texts texts;
    private final List<Option> options = new ArrayList<>();
    private Label element;
    private Button adopt;
    private WritesTable table;
    private BoardSight.Result seen;

    /**
     * What the page says.
     *
     * @param window      the wizard's title
     * @param outcome     the page's title
     * @param description what will be done
     * @param help        the help context
     */
    record Texts(String window, String outcome, String description, String help) {
    }

    /** A choice on the page, off at first. */
    static final class Option {

        private final String label;
        private boolean chosen;

        Option(String label) {
            this.label = label;
        }

        boolean chosen() {
            return chosen;
        }
    }

    SummaryPage(Target target, BoardSight.Plan plan, Texts texts) {
        super("summary", texts.outcome(), null);
        this.target = target;
        this.plan = plan;
        this.texts = texts;
        setDescription(texts.description());
        setPageComplete(false);
    }

    /** Adds a choice, before the page is shown. */
    Option option(String label) {
        Option option = new Option(label);
        options.add(option);
        return option;
    }

    /** Whether the user gives the project to the element on the board. */
    boolean adopts() {
        return seen != null && seen.isAnotherElement() && adopt != null && adopt.getSelection();
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(page);
        fact(page, Messages.summary_project, target.project().name());
        fact(page, Messages.summary_board, target.boardId());
        element = fact(page, Messages.summary_element, Messages.summary_looking);
        element.setFont(JFaceResources.getTextFont());
        element.setData(TrustFlexUi.WIDGET_ID, "summary.element");
        options.forEach(option -> checkBox(page, option));
        adopt = adoption(page);
        Label heading = new Label(page, SWT.NONE);
        heading.setText(Messages.summary_writes);
        GridDataFactory.swtDefaults().span(2, 1).indent(0, 6).applyTo(heading);
        table = new WritesTable(page);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(SWT.DEFAULT, HEIGHT).applyTo(table.control());
        Link again = new Link(page, SWT.NONE);
        again.setText(Messages.summary_again);
        GridDataFactory.swtDefaults().span(2, 1).applyTo(again);
        again.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> look()));
        setControl(page);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, TrustFlexUi.PLUGIN_ID + "." + texts.help());
    }

    private static Label fact(Composite page, String name, String value) {
        new Label(page, SWT.NONE).setText(name);
        Label label = new Label(page, SWT.NONE);
        label.setText(value);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
        return label;
    }

    private Button checkBox(Composite page, Option option) {
        Button button = new Button(page, SWT.CHECK);
        button.setText(option.label);
        GridDataFactory.swtDefaults().span(2, 1).applyTo(button);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            option.chosen = button.getSelection();
            look();
        }));
        return button;
    }

    /** The wizard that generates resources can give a project to another element; only there is the box shown. */
    private Button adoption(Composite page) {
        Button button = new Button(page, SWT.CHECK | SWT.WRAP);
        button.setText(Messages.summary_adopt);
        GridDataFactory.swtDefaults().span(2, 1).exclude(true).applyTo(button);
        button.setVisible(false);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> judge()));
        return button;
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            look();
        }
    }

    private void look() {
        setPageComplete(false);
        new BoardSight(target, plan, result -> getShell().getDisplay().asyncExec(() -> show(result))).schedule();
    }

    private void show(BoardSight.Result result) {
        if (element.isDisposed()) {
            return;
        }
        seen = result;
        element.setText(result.element().map(SerialNumber::toString).orElse(Messages.summary_unknown));
        table.show(result.writes().orElse(new PlannedWrites(List.of(), List.of())), target.project().folder());
        boolean adoptable = result.isAnotherElement() && plan instanceof ResourcesWizard;
        adopt.setVisible(adoptable);
        ((GridData) adopt.getLayoutData()).exclude = !adoptable;
        adopt.getParent().layout();
        judge();
    }

    private void judge() {
        String problem = problem();
        setErrorMessage(problem.isEmpty() ? null : problem);
        setPageComplete(problem.isEmpty());
    }

    private String problem() {
        if (!seen.problem().isEmpty()) {
            return seen.problem();
        }
        if (seen.isAnotherElement() && !adopts()) {
            String sentence = adopt.getVisible() ? Messages.summary_otherAdopt : Messages.summary_other;
            return NLS.bind(sentence, seen.owner().get(), seen.element().get());
        }
        return "";
    }

    /** Slot numbers for a sentence. */
    static String text(List<Integer> slots) {
        return slots.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
