package org.trustflex.ui.rotation;

import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.ui.CommandRun;
import org.trustflex.ui.Images;
import org.trustflex.ui.TrustFlexUi;

/** A button of the rotation with its state as icon and word, a sentence, and links where the chip has said no. */
final class StepRow {

    private final Label icon;
    private final Button button;
    private final Label sentence;
    private final Composite links;
    private Optional<StepDisplay> shown = Optional.empty();
    private Optional<DeviceRefused> refusal = Optional.empty();

    StepRow(Composite parent, FormToolkit toolkit, String name, String id, CommandRun commands, Runnable run) {
        icon = toolkit.createLabel(parent, "");
        icon.setLayoutData(new TableWrapData(TableWrapData.LEFT, TableWrapData.MIDDLE));
        button = toolkit.createButton(parent, name, SWT.PUSH);
        button.setData(TrustFlexUi.WIDGET_ID, id);
        button.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> run.run()));
        toolkit.createLabel(parent, "");
        Composite below = toolkit.createComposite(parent);
        TableWrapLayout layout = new TableWrapLayout();
        layout.topMargin = 0;
        layout.bottomMargin = 2;
        layout.leftMargin = 2;
        layout.rightMargin = 0;
        layout.verticalSpacing = 0;
        below.setLayout(layout);
        below.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        sentence = toolkit.createLabel(below, "", SWT.WRAP);
        sentence.setData(TrustFlexUi.WIDGET_ID, id + ".sentence");
        sentence.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        links = links(below, toolkit, commands);
    }

    private Composite links(Composite parent, FormToolkit toolkit, CommandRun commands) {
        Composite links = toolkit.createComposite(parent);
        TableWrapLayout layout = new TableWrapLayout();
        layout.numColumns = 2;
        layout.topMargin = 0;
        layout.bottomMargin = 0;
        layout.leftMargin = 0;
        links.setLayout(layout);
        Hyperlink transactions = toolkit.createHyperlink(links, Messages.link_transactions, SWT.NONE);
        transactions.addHyperlinkListener(IHyperlinkListener
                .linkActivatedAdapter(event -> commands.run(CommandRun.SHOW_REFUSED, Map.of())));
        Hyperlink why = toolkit.createHyperlink(links, Messages.link_why, SWT.NONE);
        why.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(
                event -> refusal.ifPresent(refused -> commands.run(CommandRun.SHOW_SLOT, question(refused)))));
        return links;
    }

    /** Which slot refused what: slot 14, which the rotation is about, where the command was for none. */
    private static Map<String, String> question(DeviceRefused refused) {
        int slot = refused.slot().orElse(TrustFlexProfile.ROTATING_SLOT);
        return Map.of(CommandRun.SLOT, String.valueOf(slot), CommandRun.COMMAND, refused.command());
    }

    /**
     * Shows this.
     *
     * @return whether it was something else before, and the row may need another height
     */
    boolean show(StepDisplay display) {
        if (shown.equals(Optional.of(display))) {
            return false;
        }
        shown = Optional.of(display);
        refusal = display.refusal();
        icon.setImage(Images.of(display.state()).image());
        icon.setToolTipText(display.state().word());
        button.setEnabled(display.enabled());
        sentence.setText(text(display));
        links.setVisible(refusal.isPresent());
        ((TableWrapData) layoutData(links)).maxHeight = refusal.isPresent() ? SWT.DEFAULT : 0;
        button.setToolTipText(text(display));
        return true;
    }

    /** The state's word before the sentence, unless that begins with it: "Waits for step 1". */
    private static String text(StepDisplay display) {
        String word = display.state().word();
        boolean said = display.sentence().regionMatches(true, 0, word, 0, word.length());
        return said ? display.sentence() : NLS.bind(Messages.state, word, display.sentence());
    }

    private static Object layoutData(Composite composite) {
        if (composite.getLayoutData() == null) {
            composite.setLayoutData(new TableWrapData());
        }
        return composite.getLayoutData();
    }
}
