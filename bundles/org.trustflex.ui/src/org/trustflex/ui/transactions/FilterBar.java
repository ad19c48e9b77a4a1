package org.trustflex.ui.transactions;

import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.ui.TrustFlexUi;

/** Says which commands are shown, and finds one among them. */
final class FilterBar {

    private final Composite bar;
    private final Text text;
    private final Combo slot;
    private final Button refused;
    private final Text find;
    private final Label count;

    /**
     * @param filter gets the filter when it changes
     * @param finder gets 1 for the next row that contains the text to find, -1 for the one before
     */
    FilterBar(Composite parent, Consumer<TransactionFilter> filter, IntConsumer finder) {
        bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(4, 2).applyTo(bar);
        text = field("transactions.filter", Messages.filter_text, Messages.filter_tip);
        text.addModifyListener(event -> filter.accept(filter()));
        slot = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
        slot.setData(TrustFlexUi.WIDGET_ID, "transactions.slot");
        slot.add(Messages.filter_anySlot);
        SlotLayout.slots().forEach(number -> slot.add(NLS.bind(Messages.filter_slot, number)));
        slot.select(0);
        slot.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> filter.accept(filter())));
        refused = new Button(bar, SWT.CHECK);
        refused.setText(Messages.filter_refused);
        refused.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> filter.accept(filter())));
        find = field("transactions.find", Messages.find_text, Messages.find_tip);
        find.addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
                finder.accept((event.stateMask & SWT.SHIFT) == 0 ? 1 : -1);
            }
        }));
        count = new Label(bar, SWT.RIGHT);
        count.setData(TrustFlexUi.WIDGET_ID, "transactions.count");
        GridDataFactory.fillDefaults().hint(130, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(count);
    }

    private Text field(String id, String message, String tip) {
        Text field = new Text(bar, SWT.SEARCH | SWT.ICON_CANCEL);
        field.setMessage(message);
        field.setToolTipText(tip);
        field.setData(TrustFlexUi.WIDGET_ID, id);
        GridDataFactory.fillDefaults().grab(true, false).hint(60, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(field);
        return field;
    }

    private TransactionFilter filter() {
        int index = slot.getSelectionIndex();
        return new TransactionFilter(text.getText(), refused.getSelection(),
                index > 0 ? OptionalInt.of(index - 1) : OptionalInt.empty());
    }

    /** Shows another filter; tells nobody. */
    void show(TransactionFilter filter) {
        text.setText(filter.text());
        refused.setSelection(filter.refusedOnly());
        slot.select(filter.slot().isPresent() ? filter.slot().getAsInt() + 1 : 0);
    }

    /** Says how many rows there are. */
    void count(Shown shown) {
        count(shown.filter().isOpen() ? NLS.bind(Messages.count_all, shown.total())
                : NLS.bind(Messages.count_some, shown.rows().size(), shown.total()));
    }

    /** Says something else in that place. */
    void count(String sentence) {
        count.setText(sentence);
        count.setToolTipText(sentence);
    }

    String wanted() {
        return find.getText();
    }

    void focusFind() {
        find.setFocus();
        find.selectAll();
    }
}
