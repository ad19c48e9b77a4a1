package org.trustflex.ui.slots;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.services.IServiceLocator;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.ui.Commands;
import org.trustflex.ui.Images;
import org.trustflex.ui.TrustFlexUi;

/** What is in the Slots view's place: the table below a line that says of what and when, or a sentence. */
final class SlotsPages {

    private final Composite stackArea;
    private final StackLayout stack = new StackLayout();
    private final Composite sentenceArea;
    private final Link sentence;
    private final Composite filled;
    private final Label icon;
    private final Link header;
    private final Composite content;

    SlotsPages(Composite parent, IServiceLocator site) {
        stackArea = new Composite(parent, SWT.NONE);
        stackArea.setLayout(stack);
        sentenceArea = new Composite(stackArea, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(sentenceArea);
        sentence = link(sentenceArea, site, "slots.sentence");
        filled = new Composite(stackArea, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(2, 2).applyTo(filled);
        icon = new Label(filled, SWT.NONE);
        icon.setImage(Images.WARNING.image());
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).indent(4, 0).applyTo(icon);
        header = link(filled, site, "slots.header");
        content = new Composite(filled, SWT.NONE);
        content.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(content);
        stack.topControl = sentenceArea;
    }

    private static Link link(Composite parent, IServiceLocator site, String id) {
        Link link = new Link(parent, SWT.WRAP);
        link.setData(TrustFlexUi.WIDGET_ID, id);
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> Commands.run(site, event.text)));
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).indent(4, 2).applyTo(link);
        return link;
    }

    Composite contentArea() {
        return content;
    }

    void show(SlotsContent shown, boolean reading, boolean known) {
        boolean table = !shown.rows().isEmpty();
        boolean problem = table && !shown.problem().isEmpty() && !reading;
        Composite wanted = table ? filled : sentenceArea;
        Link link = table ? header : sentence;
        String text = table ? header(shown, reading) : known ? sentence(shown, reading) : "";
        boolean moved = stack.topControl != wanted || icon.getVisible() != problem
                || link.getText().lines().count() != text.lines().count();
        if (!link.getText().equals(text)) {
            link.setText(text);
        }
        if (moved) {
            ((GridData) icon.getLayoutData()).exclude = !problem;
            icon.setVisible(problem);
            ((GridData) header.getLayoutData()).horizontalSpan = problem ? 1 : 2;
            stack.topControl = wanted;
            stackArea.layout(true, true);
        } else if (!table) {
            sentenceArea.layout();
        }
    }

    private static String sentence(SlotsContent shown, boolean reading) {
        Optional<String> board = shown.boardId();
        if (board.isEmpty()) {
            return Messages.empty_noBoard;
        }
        if (reading) {
            return NLS.bind(Messages.empty_reading, board.get());
        }
        return shown.problem().isEmpty() ? NLS.bind(Messages.empty_unread, board.get())
                : NLS.bind(Messages.empty_problem, shown.problem());
    }

    private static String header(SlotsContent shown, boolean reading) {
        String of = NLS.bind(Messages.header, new Object[] { shown.boardId().orElse(""),
                shown.rows().get(0).serialNumber(), shown.readAt().map(SlotText::time).orElse("") });
        if (reading) {
            return NLS.bind(Messages.header_reading, of);
        }
        if (!shown.problem().isEmpty()) {
            return NLS.bind(Messages.header_problem, shown.problem(), of);
        }
        return shown.project().map(TrustFlexProject::name)
                .map(name -> NLS.bind(Messages.header_project, of, name))
                .orElse(NLS.bind(Messages.header_noProject, of));
    }

    void setFocus(Control table) {
        (stack.topControl == filled ? table : sentence).setFocus();
    }
}
