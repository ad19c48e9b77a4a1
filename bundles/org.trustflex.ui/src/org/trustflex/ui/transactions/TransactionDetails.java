package org.trustflex.ui.transactions;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.services.IServiceLocator;
import org.trustflex.ui.Commands;
import org.trustflex.ui.TrustFlexUi;

/** The selected command, decoded; a refused one says why, with the way to the slot's policy. */
final class TransactionDetails {

    private final Composite area;
    private final Link link;
    private final StyledText text;

    TransactionDetails(Composite parent, IServiceLocator site) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        link = new Link(area, SWT.WRAP);
        link.setData(TrustFlexUi.WIDGET_ID, "transaction.link");
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> Commands.run(site, event.text)));
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).indent(4, 2).applyTo(link);
        text = new StyledText(area, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(4, 2, 4, 2);
        text.setData(TrustFlexUi.WIDGET_ID, "transaction.details");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
    }

    Composite area() {
        return area;
    }

    void show(Transaction row) {
        boolean slot = row.refused() && row.entry().slot().isPresent();
        replace(TransactionText.details(row),
                slot ? NLS.bind(Messages.details_why, row.entry().slot().getAsInt()) : "");
    }

    /** A sentence with links, in place of a command. */
    void say(String sentence) {
        replace("", sentence);
    }

    private void replace(String details, String sentence) {
        if (text.getText().equals(details) && link.getText().equals(sentence)) {
            return;
        }
        text.setText(details);
        link.setText(sentence);
        ((GridData) link.getLayoutData()).exclude = sentence.isEmpty();
        link.setVisible(!sentence.isEmpty());
        area.layout();
    }
}
