package org.trustflex.ui.mcu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsoleManager;
import org.eclipse.ui.console.IOConsole;
import org.eclipse.ui.console.IOConsoleInputStream;
import org.eclipse.ui.console.IOConsoleOutputStream;
import org.jspecify.annotations.Nullable;
import org.trustflex.board.mcu.ConsoleListener;
import org.trustflex.board.mcu.Speed;
import org.trustflex.launching.mcu.McuWatch;
import org.trustflex.launching.mcu.RunningMcus;
import org.trustflex.ui.Images;

/** The UART of a board's MCU in the Console view. It looks whenever the MCU runs, until it is closed. */
public final class UartConsole extends IOConsole implements RunningMcus.Listener {

    /** The type by which its tool bar is found. */
    public static final String TYPE = "org.trustflex.ui.uart";

    private final String boardId;
    private @Nullable IOConsoleOutputStream output;
    private @Nullable McuWatch watch;
    private @Nullable ConsoleListener listener;

    private UartConsole(String boardId) {
        super(NLS.bind(Messages.console_name, boardId), TYPE, Images.UART.descriptor(),
                StandardCharsets.ISO_8859_1.name(), true);
        this.boardId = boardId;
    }

    /** Shows the console of a board's UART; opens it if there is none. */
    public static UartConsole show(String boardId) {
        IConsoleManager manager = ConsolePlugin.getDefault().getConsoleManager();
        UartConsole console;
        synchronized (UartConsole.class) {
            console = find(manager, boardId).orElseGet(() -> open(manager, boardId));
        }
        manager.showConsoleView(console);
        return console;
    }

    private static Optional<UartConsole> find(IConsoleManager manager, String boardId) {
        return Arrays.stream(manager.getConsoles()).filter(UartConsole.class::isInstance).map(UartConsole.class::cast)
                .filter(console -> console.boardId.equals(boardId)).findFirst();
    }

    private static UartConsole open(IConsoleManager manager, String boardId) {
        UartConsole console = new UartConsole(boardId);
        manager.addConsoles(new UartConsole[] { console });
        return console;
    }

    /** The board that it is for. */
    String boardId() {
        return boardId;
    }

    @Override
    protected void init() {
        super.init();
        output = newOutputStream();
        RunningMcus.shared().add(this);
        connect();
        Thread typing = new Thread(() -> type(getInputStream()), "UART of " + boardId);
        typing.setDaemon(true);
        typing.start();
    }

    /** Looks at the board if its MCU runs. */
    void connect() {
        Optional<McuWatch> running = RunningMcus.shared().join(boardId, Speed.REAL);
        synchronized (this) {
            if (running.isPresent() && watch == null && output != null) {
                watch = running.get();
                print(NLS.bind(Messages.console_on, boardId) + '\n');
                listener = bytes -> print(new String(bytes, StandardCharsets.ISO_8859_1));
                watch.mcu().console().listenFromPowerOn(listener);
                return;
            }
        }
        running.ifPresent(McuWatch::close);
    }

    /** Looks no more. */
    void disconnect() {
        McuWatch left;
        synchronized (this) {
            left = watch;
            if (watch != null && listener != null) {
                watch.mcu().console().forget(listener);
            }
            watch = null;
            listener = null;
        }
        if (left != null) {
            left.close();
        }
    }

    @Override
    public void started(String board) {
        if (board.equals(boardId)) {
            connect();
        }
    }

    @Override
    public void ended(String board) {
        if (board.equals(boardId) && watch != null) {
            disconnect();
            print('\n' + NLS.bind(Messages.console_off, boardId) + '\n');
        }
    }

    private void print(String text) {
        IOConsoleOutputStream stream = output;
        try {
            if (stream != null && !stream.isClosed()) {
                stream.write(text);
            }
        } catch (IOException closed) {
            // The console was closed a moment ago.
            output = null;
        }
    }

    /** What is typed goes to the program, line by line as the console has it. */
    private void type(IOConsoleInputStream input) {
        byte[] bytes = new byte[256];
        try {
            for (int count = input.read(bytes); count >= 0; count = input.read(bytes)) {
                McuWatch running = watch;
                if (running != null) {
                    running.mcu().console().send(Arrays.copyOf(bytes, count));
                }
            }
        } catch (IOException closed) {
            // The console was closed.
            return;
        }
    }

    @Override
    protected void dispose() {
        RunningMcus.shared().remove(this);
        output = null;
        new McuJob(Messages.job_stop, boardId, monitor -> disconnect()).quietly().schedule();
        super.dispose();
    }
}
