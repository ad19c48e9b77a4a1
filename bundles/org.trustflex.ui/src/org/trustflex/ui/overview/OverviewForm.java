package org.trustflex.ui.overview;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.action.ContributionManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.IFormColors;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.menus.IMenuService;
import org.trustflex.ui.Images;

/** The overview on the screen: a line for each part, with its sentence below. */
final class OverviewForm {

    static final String TOOLBAR = "toolbar:org.trustflex.ui.overview";

    private static final int MARGIN = 10;
    private static final int BETWEEN = 10;

    private final FormToolkit toolkit;
    private final ScrolledForm form;
    private final Map<Part, RowWidgets> rows = new EnumMap<>(Part.class);
    private int height;

    OverviewForm(Composite parent, String project, IHandlerService handlers) {
        toolkit = new FormToolkit(parent.getDisplay());
        form = toolkit.createScrolledForm(parent);
        form.setText(NLS.bind(Messages.form_title, project));
        form.setImage(Images.TRUSTFLEX.image());
        toolkit.decorateFormHeading(form.getForm());
        addToolBar();
        Composite body = form.getBody();
        GridLayoutFactory.swtDefaults().numColumns(RowWidgets.COLUMNS).margins(MARGIN, MARGIN).spacing(BETWEEN, 2)
                .applyTo(body);
        rows.put(Part.BOARD, new RowWidgets(toolkit, body, Part.BOARD, handlers));
        heading(body);
        for (Part part : Part.WORK) {
            rows.put(part, new RowWidgets(toolkit, body, part, handlers));
        }
        rows.put(Part.FIRMWARE, new RowWidgets(toolkit, body, Part.FIRMWARE, handlers));
        parent.addDisposeListener(event -> toolkit.dispose());
    }

    private void addToolBar() {
        IMenuService menus = PlatformUI.getWorkbench().getService(IMenuService.class);
        ContributionManager bar = (ContributionManager) form.getToolBarManager();
        menus.populateContributionManager(bar, TOOLBAR);
        bar.update(true);
        form.addDisposeListener(event -> menus.releaseContributions(bar));
    }

    private void heading(Composite body) {
        Label before = toolkit.createLabel(body, "");
        GridDataFactory.swtDefaults().span(RowWidgets.BEFORE_CELLS, 1).applyTo(before);
        for (String title : new String[] { Messages.form_disk, Messages.form_device }) {
            Label label = toolkit.createLabel(body, title);
            label.setForeground(toolkit.getColors().getColor(IFormColors.TITLE));
            GridDataFactory.swtDefaults().span(RowWidgets.CELL_COLUMNS, 1).applyTo(label);
        }
    }

    /** Only the rows that have changed are touched and measured again: most events change none, or one. */
    void show(Overview overview) {
        List<Control> changed = new ArrayList<>();
        form.setRedraw(false);
        try {
            overview.rows().forEach(row -> changed.addAll(rows.get(row.part()).show(row)));
            if (!changed.isEmpty()) {
                layOut(changed);
            }
        } finally {
            form.setRedraw(true);
        }
    }

    private void layOut(List<Control> changed) {
        Composite body = form.getBody();
        body.layout(changed.toArray(Control[]::new));
        int needed = body.computeSize(body.getSize().x, SWT.DEFAULT, false).y;
        if (needed != height) {
            height = needed;
            form.reflow(true);
        }
    }

    boolean isDisposed() {
        return form.isDisposed();
    }

    void setFocus() {
        form.setFocus();
    }
}
