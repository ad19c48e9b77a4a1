package org.trustflex.ui.slots;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.services.IServiceLocator;
import org.trustflex.atecc.config.PolicyBits;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.certificates.Check;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.provisioning.certificates.DeviceChain;
import org.trustflex.provisioning.slots.SlotComparison;
import org.trustflex.provisioning.slots.SlotLock;
import org.trustflex.ui.Commands;
import org.trustflex.ui.TrustFlexUi;

/** The selected slot: what its policy means bit by bit, its bytes, its certificate. */
final class SlotDetails {

    private static final int BYTES_PER_LINE = 16;
    private static final int POLICY = 1;

    private final Composite area;
    private final Label title;
    private final Link summary;
    private final CTabFolder tabs;
    private final PolicyTable policy;
    private final StyledText content;
    private final StyledText certificate;

    SlotDetails(Composite parent, IServiceLocator site) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 2).spacing(2, 2).applyTo(area);
        title = new Label(area, SWT.NONE);
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
        tabs = new CTabFolder(area, SWT.BOTTOM | SWT.FLAT);
        tabs.setData(TrustFlexUi.WIDGET_ID, "slot.tabs");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
        Composite page = new Composite(tabs, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(2, 4).applyTo(page);
        summary = new Link(page, SWT.WRAP);
        summary.setData(TrustFlexUi.WIDGET_ID, "slot.summary");
        summary.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(event -> Commands.run(site, event.text)));
        GridDataFactory.fillDefaults().grab(true, true).hint(100, SWT.DEFAULT).applyTo(summary);
        tab(Messages.tab_summary, page);
        policy = new PolicyTable(tabs);
        tab(Messages.tab_policy, policy.area());
        content = text("slot.content");
        tab(Messages.tab_content, content);
        certificate = text("slot.certificate");
        tab(Messages.tab_certificate, certificate);
        tabs.setSelection(0);
    }

    private StyledText text(String id) {
        StyledText text = new StyledText(tabs, SWT.READ_ONLY | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(4, 4, 4, 4);
        text.setData(TrustFlexUi.WIDGET_ID, id);
        return text;
    }

    private void tab(String label, Control control) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(label);
        item.setControl(control);
    }

    Composite area() {
        return area;
    }

    /** Nothing is selected. */
    void clear() {
        title.setText(Messages.details_none);
        summary.setText("");
        policy.show(List.of(), Optional.empty());
        content.setText("");
        certificate.setText("");
    }

    /**
     * Shows a slot.
     *
     * @param asked the command whose deciding bits are marked, if somebody asked about one
     */
    void show(SlotRow row, Optional<DeviceChain> chain, Optional<Opcode> asked) {
        title.setText(NLS.bind(Messages.details_title, new Object[] { row.slot(), row.report().purpose().title(),
                SlotText.state(row.report()), row.report().size() }));
        String words = summary(row);
        if (!summary.getText().equals(words)) {
            summary.setText(words);
            summary.getParent().layout();
        }
        policy.show(PolicyBits.of(row.report().policy()), asked);
        replace(content, hex(row));
        replace(certificate, certificate(row, chain));
    }

    /** Brings the policy to the front, where deciding bits are marked. */
    void showPolicy() {
        tabs.setSelection(POLICY);
    }

    private static void replace(StyledText text, String wanted) {
        if (!text.getText().equals(wanted)) {
            text.setText(wanted);
        }
    }

    private static String summary(SlotRow row) {
        String lock = SlotLock.obstacle(row.report().policy()).orElse(Messages.details_lock);
        String words = NLS.bind(Messages.details_policy, row.report().policy().inWords());
        String device = NLS.bind(Messages.details_device, SlotText.device(row));
        String proven = row.comparison().flatMap(SlotComparison::proven)
                .map(time -> NLS.bind(Messages.details_proven, SlotText.time(time))).orElse("");
        String file = row.comparison().map(compared -> NLS.bind(Messages.details_file, compared.sentence(), proven))
                .orElse(Messages.details_noFile);
        return String.join(System.lineSeparator(), words, device, file, lock);
    }

    private static String hex(SlotRow row) {
        return row.report().content().map(bytes -> lines(bytes.bytes()))
                .orElse(NLS.bind(Messages.details_unreadable, row.report().policy().inWords()));
    }

    private static String lines(byte[] bytes) {
        StringBuilder lines = new StringBuilder();
        for (int start = 0; start < bytes.length; start += BYTES_PER_LINE) {
            lines.append(String.format("%04X ", start));
            for (int i = start; i < Math.min(start + BYTES_PER_LINE, bytes.length); i++) {
                lines.append(String.format(" %02X", bytes[i]));
            }
            lines.append(System.lineSeparator());
        }
        return lines.toString();
    }

    private static String certificate(SlotRow row, Optional<DeviceChain> chain) {
        Optional<P256Certificate> found = CertificateSubject.certificate(row.report(), chain);
        boolean expected = switch (row.report().purpose()) {
            case DEVICE_CERTIFICATE, SIGNER_PUBLIC_KEY, SIGNER_CERTIFICATE -> true;
            default -> false;
        };
        if (found.isEmpty()) {
            return expected ? Messages.certificate_unknown : Messages.certificate_none;
        }
        String faults = chain.get().report().checks().stream().filter(check -> !check.holds()).map(Check::sentence)
                .collect(Collectors.joining(System.lineSeparator()));
        return faults.isEmpty() ? found.get().text() : faults + System.lineSeparator() + found.get().text();
    }
}
