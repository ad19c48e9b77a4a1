package org.trustflex.simulator.commands;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ReadWriteMode;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.atecc.packet.Zone;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.environment.TempKeyAfterRefusal;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.Refusal;
import org.trustflex.simulator.refusal.RefusalReason;

/** The commands that an element has, and what every command has in common. */
public final class CommandSet {

    private final Map<Opcode, Command> commands = new EnumMap<>(Opcode.class);

    private CommandSet(List<Command> commands) {
        commands.forEach((Command command) -> this.commands.put(command.opcode(), command));
    }

    /** All commands of the ATECC608. */
    public static CommandSet atecc608() {
        return new CommandSet(List.of(new AesCommand(), new CheckMacCommand(), new CounterCommand(),
                new DeriveKeyCommand(), new EcdhCommand(), new GenDigCommand(), new GenKeyCommand(), new InfoCommand(),
                new KdfCommand(), new LockCommand(), new MacCommand(), new NonceCommand(), new PrivWriteCommand(),
                new RandomCommand(), new ReadCommand(), new SecureBootCommand(), new SelfTestCommand(),
                new ShaCommand(), new SignCommand(), new UpdateExtraCommand(), new VerifyCommand(),
                new WriteCommand()));
    }

    /**
     * Carries out one command and saves what it changed.
     *
     * @throws IOException if the EEPROM can't be saved; the command must not be answered then
     */
    public CommandOutcome execute(CommandPacket packet, Chip chip) throws IOException {
        Command command = packet.opcode().map(commands::get).orElse(null);
        if (command == null) {
            chip.sram().clearMessageDigestBuffer();
            return CommandOutcome.refused(Refusal.of(RefusalReason.UNKNOWN_OPCODE, packet.opcodeByte()));
        }
        if (chip.sram().selfTestFailures() != 0 && !worksAfterFailedSelfTest(command, packet)) {
            return CommandOutcome.refused(Refusal.of(RefusalReason.SELF_TEST_FAILED));
        }
        TempKeyRule rule = command.tempKeyRule(packet, chip);
        CommandOutcome outcome = outcome(command, packet, chip);
        forget(rule, outcome.status(), chip);
        if (!command.keepsMessageDigestBuffer()) {
            chip.sram().clearMessageDigestBuffer();
        }
        chip.eeprom().commit();
        return outcome;
    }

    /** Self-tests and reads of the configuration zone (TFLXTLS data sheet, section 5.1.7). */
    private static boolean worksAfterFailedSelfTest(Command command, CommandPacket packet) {
        return switch (command.opcode()) {
            case SELF_TEST -> true;
            case READ -> (packet.param1() & ReadWriteMode.ZONE_MASK) == Zone.CONFIGURATION.code();
            default -> false;
        };
    }

    private static CommandOutcome outcome(Command command, CommandPacket packet, Chip chip) {
        try {
            return CommandOutcome.answered(command.execute(packet, chip));
        } catch (CommandRefused refused) {
            return CommandOutcome.refused(refused.refusal());
        }
    }

    private static void forget(TempKeyRule rule, StatusCode status, Chip chip) {
        // After an unlucky random number the same command may be repeated, so it must find what it needs.
        boolean repeatable = status == StatusCode.ECC_FAULT;
        boolean refused = status != StatusCode.SUCCESS;
        boolean kept = refused && chip.settings().tempKeyAfterRefusal() == TempKeyAfterRefusal.KEPT;
        boolean cleared = switch (rule) {
            case UNTOUCHED -> false;
            case MADE -> refused && !repeatable && !kept;
            case USED -> !repeatable && !kept;
        };
        if (cleared) {
            chip.sram().clearTempKey();
        }
    }
}
