package org.trustflex.ui.properties;

import java.time.Instant;
import java.util.Optional;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.views.properties.IPropertySource;
import org.jspecify.annotations.Nullable;
import org.trustflex.atecc.config.PolicyBit;
import org.trustflex.atecc.config.PolicyBits;
import org.trustflex.board.BoardDescription;
import org.trustflex.board.BoardKind;
import org.trustflex.board.ElementDescription;
import org.trustflex.board.TraceEntry;
import org.trustflex.provisioning.slots.SlotComparison;
import org.trustflex.provisioning.slots.SlotReport;
import org.trustflex.ui.boards.BoardNode;
import org.trustflex.ui.boards.ElementNode;
import org.trustflex.ui.slots.SlotRow;
import org.trustflex.ui.transactions.Transaction;

/** Properties of what is selected in our views. */
public final class PropertiesFactory implements IAdapterFactory {

    @Override
    public <T> @Nullable T getAdapter(Object selected, Class<T> type) {
        PropertyList properties = properties(selected);
        return type.isInstance(properties) ? type.cast(properties) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] { IPropertySource.class };
    }

    private static @Nullable PropertyList properties(Object selected) {
        if (selected instanceof BoardNode node) {
            return board(node.board().description());
        }
        if (selected instanceof ElementNode node) {
            return element(node.element());
        }
        if (selected instanceof SlotRow row) {
            return slot(row);
        }
        return selected instanceof Transaction transaction ? command(transaction.entry()) : null;
    }

    private static PropertyList board(BoardDescription board) {
        boolean simulated = board.kind() == BoardKind.SIMULATED;
        PropertyList list = new PropertyList(board.id()).with(Messages.board, Messages.board_id, board.id())
                .with(Messages.board, Messages.board_kind,
                        simulated ? Messages.board_simulated : Messages.board_hardware)
                .with(Messages.board, Messages.board_name, board.name())
                .with(Messages.board, Messages.board_program, board.program())
                .with(Messages.board, Messages.board_holder, board.holder().orElse(Messages.board_free));
        board.elements().forEach(element -> list.with(Messages.board, Messages.board_element,
                NLS.bind(Messages.board_elementAt, element.serialNumber(), address(element))));
        return list;
    }

    private static PropertyList element(ElementDescription element) {
        return new PropertyList(element.serialNumber().toString())
                .with(Messages.element, Messages.element_serialNumber, element.serialNumber())
                .with(Messages.element, Messages.element_part, element.part())
                .with(Messages.element, Messages.element_revision, element.revision())
                .with(Messages.element, Messages.element_address, address(element))
                .with(Messages.element, Messages.element_configuration, locked(element.configurationLocked()))
                .with(Messages.element, Messages.element_data, locked(element.dataLocked()))
                .with(Messages.element, Messages.element_simulated, yes(element.simulated()));
    }

    private static PropertyList slot(SlotRow row) {
        SlotReport report = row.report();
        PropertyList list = new PropertyList(report.purpose().title())
                .with(Messages.slot, Messages.slot_number, row.slot())
                .with(Messages.slot, Messages.slot_purpose, report.purpose().title())
                .with(Messages.slot, Messages.element_serialNumber, row.serialNumber())
                .with(Messages.slot, Messages.slot_size, NLS.bind(Messages.slot_bytes, report.size()))
                .with(Messages.slot, Messages.slot_policy, report.policy().inWords())
                .with(Messages.slot, Messages.slot_state, report.state().word())
                .with(Messages.slot, Messages.slot_locked, yes(report.locked()))
                .with(Messages.slot, Messages.slot_fingerprint, report.fingerprint())
                .with(Messages.slot, Messages.slot_certificate, row.certificate());
        Optional<SlotComparison> compared = row.comparison();
        list.with(Messages.file, Messages.file_name, compared.map(SlotComparison::fileName))
                .with(Messages.file, Messages.file_comparison, compared.map(SlotComparison::sentence))
                .with(Messages.file, Messages.file_proven, compared.flatMap(SlotComparison::proven));
        for (PolicyBit bit : PolicyBits.of(report.policy())) {
            list.with(Messages.bits, bit.name(),
                    NLS.bind(Messages.bits_value, new Object[] { bit.value(), bit.bits(), bit.meaning() }));
        }
        return list;
    }

    private static PropertyList command(TraceEntry entry) {
        Instant time = entry.hostTime();
        Optional<Integer> slot = entry.slot().isPresent() ? Optional.of(entry.slot().getAsInt()) : Optional.empty();
        return new PropertyList(entry.command()).with(Messages.command, Messages.command_name, entry.command())
                .with(Messages.command, Messages.slot_number, slot)
                .with(Messages.command, Messages.command_packet, entry.data())
                .with(Messages.command, Messages.command_status, entry.status())
                .with(Messages.command, Messages.command_reason, entry.refusal())
                .with(Messages.command, Messages.command_time, time);
    }

    private static String address(ElementDescription element) {
        return NLS.bind(Messages.element_addresses, String.format("0x%02X", element.i2cAddress()),
                String.format("0x%02X", element.i2cAddress() >> 1));
    }

    private static String locked(boolean locked) {
        return locked ? Messages.locked : Messages.unlocked;
    }

    private static String yes(boolean value) {
        return value ? Messages.yes : Messages.no;
    }
}
