package org.trustflex.simulator.environment;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.trustflex.atecc.packet.ClockDivider;
import org.trustflex.atecc.packet.Opcode;

/** How much device time the commands take. */
public enum ExecutionTimes {
    /** None, so that only time that others let pass counts. */
    INSTANT,
    /**
     * The typical times of the 508A (508A data sheet, table 9-4), as typical times of the 608 are not public; commands
     * that the 508A has not take their longest time. The default.
     */
    TYPICAL,
    /** The longest times, at the clock divider of the part: those that the vendor's host library waits. */
    MAXIMUM;

    /**
     * What a refusal takes: failing commands return well before the typical time (508A data sheet, table 9-4, note 2).
     */
    private static final Duration REFUSAL = Duration.ofNanos(100_000);

    private static final Map<Opcode, Duration> TYPICAL_508A = new EnumMap<>(Map.ofEntries(
            tenths(Opcode.CHECK_MAC, 50), tenths(Opcode.COUNTER, 50), tenths(Opcode.DERIVE_KEY, 20),
            tenths(Opcode.ECDH, 380), tenths(Opcode.GEN_DIG, 50), tenths(Opcode.GEN_KEY, 110),
            tenths(Opcode.INFO, 1), tenths(Opcode.LOCK, 80), tenths(Opcode.MAC, 50), tenths(Opcode.NONCE, 1),
            tenths(Opcode.PRIV_WRITE, 8), tenths(Opcode.RANDOM, 10), tenths(Opcode.READ, 1),
            tenths(Opcode.SIGN, 420), tenths(Opcode.SHA, 70), tenths(Opcode.UPDATE_EXTRA, 80),
            tenths(Opcode.VERIFY, 380), tenths(Opcode.WRITE, 70)));

    private static Map.Entry<Opcode, Duration> tenths(Opcode opcode, int tenthsOfMilliseconds) {
        return Map.entry(opcode, Duration.ofNanos(tenthsOfMilliseconds * 100_000L));
    }

    /**
     * The times that a user names: "instant"; "datasheet", the typical times; "maximum".
     *
     * @return nothing if there are no such times
     */
    public static Optional<ExecutionTimes> named(String name) {
        return Optional.ofNullable(switch (name) {
            case "instant" -> INSTANT;
            case "datasheet" -> TYPICAL;
            case "maximum" -> MAXIMUM;
            default -> null;
        });
    }

    /** The device time of a command that is carried out. */
    public Duration of(Opcode opcode, ClockDivider divider) {
        return switch (this) {
            case INSTANT -> Duration.ZERO;
            case TYPICAL -> {
                Duration typical = TYPICAL_508A.get(opcode);
                yield typical == null ? opcode.maximumExecutionTime(divider) : typical;
            }
            case MAXIMUM -> opcode.maximumExecutionTime(divider);
        };
    }

    /** The device time of a command that is refused before it does anything. */
    public Duration ofRefusal() {
        return this == INSTANT ? Duration.ZERO : REFUSAL;
    }
}
