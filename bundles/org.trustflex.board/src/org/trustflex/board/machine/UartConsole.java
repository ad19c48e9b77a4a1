package org.trustflex.board.machine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.trustflex.board.mcu.Console;
import org.trustflex.board.mcu.ConsoleListener;
import org.trustflex.samd21.UartListener;

/**
 * The UART of the MCU at the debugger's end. What is sent at another rate than the console's is no text and is not passed
 * on, but told.
 */
final class UartConsole implements Console, UartListener {

    private static final int KEPT = 64 * 1024;
    /** A receiver that samples in the middle of bits stands about four percent. */
    private static final int TOLERANCE = BAUD / 25;

    private final Consumer<byte[]> typing;
    private final Consumer<String> reports;
    private final List<ConsoleListener> listeners = new CopyOnWriteArrayList<>();
    private byte[] kept = new byte[256];
    private int length;

    /**
     * A console.
     *
     * @param typing  takes what is sent to the MCU
     * @param reports takes sentences for the user
     */
    UartConsole(Consumer<byte[]> typing, Consumer<String> reports) {
        this.typing = typing;
        this.reports = reports;
    }

    @Override
    public void sent(int value, int baud) {
        if (Math.abs(baud - BAUD) > TOLERANCE) {
            reports.accept(Messages.text("console.baud", baud, BAUD));
            return;
        }
        Iterator<ConsoleListener> present;
        synchronized (this) {
            keep((byte) value);
            // Whoever comes after this moment has the byte from what was kept.
            present = listeners.iterator();
        }
        present.forEachRemaining(listener -> listener.received(new byte[] { (byte) value }));
    }

    private void keep(byte value) {
        if (length == 2 * KEPT) {
            System.arraycopy(kept, KEPT, kept, 0, KEPT);
            length = KEPT;
        } else if (length == kept.length) {
            kept = Arrays.copyOf(kept, 2 * length);
        }
        kept[length++] = value;
    }

    @Override
    public void listen(ConsoleListener listener) {
        listeners.add(listener);
    }

    @Override
    public synchronized void listenFromPowerOn(ConsoleListener listener) {
        if (length > 0) {
            int count = Math.min(length, KEPT);
            listener.received(Arrays.copyOfRange(kept, length - count, length));
        }
        listeners.add(listener);
    }

    @Override
    public void forget(ConsoleListener listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized String text() {
        int count = Math.min(length, KEPT);
        return new String(kept, length - count, count, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void send(byte[] bytes) {
        typing.accept(bytes.clone());
    }
}
