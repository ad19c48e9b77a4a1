package org.trustflex.board.machine;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.trustflex.samd21.I2cDevice;

/**
 * A secure element as the MCU's I2C bus sees it (TFLXTLS data sheet, section 7; 508A data sheet, section 6): it hears
 * nothing but a wake pulse while it sleeps or idles, does not acknowledge while it wakes, executes, or holds half of a
 * command, and executes at the stop condition.
 *
 * <p>Where the sheets differ the TFLXTLS one counts: a read while half of a command is there is not acknowledged, and bytes
 * beyond the count of a command are acknowledged and ignored. Before the first wake an answer would be "success".
 */
final class ElementOnI2c implements I2cDevice {

    /** tWLO: how long the data line must be low. */
    static final Duration WAKE_PULSE = Duration.ofNanos(60_000);
    /** tWHI: how long waking takes. */
    static final Duration WAKE_DELAY = Duration.ofNanos(1_500_000);

    private static final byte[] SUCCESS = HexFormat.of().parseHex("04000340");
    private static final int LONGEST = 155;
    private static final int RESET = 0;
    private static final int SLEEP = 1;
    private static final int IDLE = 2;
    private static final int COMMAND = 3;

    private final ElementOnBus element;
    private final BooleanSupplier connected;
    private final Supplier<Duration> time;
    private final ByteArrayOutputStream command = new ByteArrayOutputStream();
    private Direction direction = Direction.NONE;
    private Duration readyAt = Duration.ZERO;
    private byte[] answer = SUCCESS;
    private int position;

    /** What the master is doing with this element. */
    private enum Direction {
        NONE, WORD_ADDRESS, COMMAND, IGNORED, READ
    }

    /**
     * Connects an element to the MCU.
     *
     * @param connected whether the program in the MCU uses the bus at all
     * @param time      device time now
     */
    ElementOnI2c(ElementOnBus element, BooleanSupplier connected, Supplier<Duration> time) {
        this.element = element;
        this.connected = connected;
        this.time = time;
    }

    @Override
    public void dataLineLow(Duration low) {
        Duration now = time.get();
        if (low.compareTo(WAKE_PULSE) < 0 || !connected.getAsBoolean() || element.isAwake()) {
            return;
        }
        Optional<byte[]> awake = element.wake();
        if (awake.isPresent()) {
            present(awake.get());
            readyAt = now.plus(WAKE_DELAY);
        }
    }

    private void present(byte[] bytes) {
        command.reset();
        answer = bytes;
        position = 0;
    }

    @Override
    public boolean addressed(int address, boolean read) {
        Duration now = time.get();
        direction = Direction.NONE;
        if (address != element.address() >>> 1 || !connected.getAsBoolean()) {
            return false;
        }
        if (!element.isAwake()) {
            command.reset();
            return false;
        }
        if (now.compareTo(readyAt) < 0 || read && command.size() > 0) {
            return false;
        }
        if (read) {
            direction = Direction.READ;
        } else {
            direction = Direction.WORD_ADDRESS;
            position = 0;
        }
        return true;
    }

    @Override
    public boolean written(int value) {
        return switch (direction) {
            case WORD_ADDRESS -> {
                direction = Direction.IGNORED;
                begin(value);
                yield true;
            }
            case COMMAND -> {
                if (!isComplete()) {
                    command.write(value);
                }
                yield true;
            }
            default -> false;
        };
    }

    private void begin(int wordAddress) {
        switch (wordAddress) {
            case RESET -> command.reset();
            case SLEEP -> {
                command.reset();
                element.sleep();
            }
            case IDLE -> {
                command.reset();
                element.idle();
            }
            case COMMAND -> direction = Direction.COMMAND;
            default -> {
                // Reserved: acknowledged, as every byte after a matching address, and without effect.
            }
        }
    }

    /** A count that no command has is not waited for: the answer says that it was wrong. */
    private boolean isComplete() {
        if (command.size() == 0) {
            return false;
        }
        int count = command.toByteArray()[0] & 0xFF;
        return command.size() >= count || count > LONGEST;
    }

    @Override
    public int read() {
        if (direction != Direction.READ || position >= answer.length) {
            return 0xFF;
        }
        return answer[position++] & 0xFF;
    }

    @Override
    public void stopped() {
        boolean execute = direction == Direction.COMMAND && isComplete();
        direction = Direction.NONE;
        if (execute) {
            execute(time.get());
        }
    }

    private void execute(Duration now) {
        byte[] packet = command.toByteArray();
        command.reset();
        Duration taken = element.clock().count(() -> element.execute(packet).ifPresent(this::present));
        readyAt = now.plus(taken);
    }
}
