package org.trustflex.kit.transport;

import org.trustflex.kit.Deadline;
import org.trustflex.kit.KitBusy;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.kit.device.RequestAssembler;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** One client of a kit server, in a thread of its own: served when it is its turn, told who has the kit when not. */
final class KitConnection {

    private static final Logger LOG = System.getLogger(KitConnection.class.getName());
    private static final int CHUNK = 4096;
    private static final Duration FAREWELL = Duration.ofMillis(400);

    private final Socket socket;
    private final KitTurn turn;
    private final Supplier<KitProgram> programs;
    private final KitFault fault;
    private final KitSessionListener sessions;
    private final String client;
    private volatile boolean finishing;
    private volatile @Nullable Thread thread;

    KitConnection(Socket socket, KitTurn turn, Supplier<KitProgram> programs, KitFault fault,
            KitSessionListener sessions) {
        this.socket = socket;
        this.turn = turn;
        this.programs = programs;
        this.fault = fault;
        this.sessions = sessions;
        InetSocketAddress address = (InetSocketAddress) socket.getRemoteSocketAddress();
        client = address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** A thread that does not keep the program alive. */
    static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Begins, in a thread of its own. The turn is taken here, so that who was accepted first comes first. */
    void start(Runnable afterwards) {
        boolean first = turn.takeNow(client);
        Thread started = thread("trustflex-kit-tcp-" + socket.getLocalPort() + "-" + client, () -> {
            try (socket) {
                run(first);
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "The kit client " + client + " has gone", e);
            } finally {
                afterwards.run();
            }
        });
        thread = started;
        started.start();
    }

    private void run(boolean first) throws IOException {
        if (first || turn.takeSoon(client)) {
            try {
                open();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "The kit could not serve " + client, e);
            } finally {
                turn.giveBack();
            }
        } else {
            turnAway();
        }
    }

    private void open() throws IOException {
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        sessions.sessionOpened(client);
        try {
            serve(new KitWire(programs.get(), fault));
        } finally {
            sessions.sessionClosed(client);
        }
    }

    private void serve(KitWire wire) throws IOException {
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        RequestAssembler assembler = new RequestAssembler();
        byte[] chunk = new byte[CHUNK];
        for (int length = in.read(chunk); length >= 0 && !finishing; length = in.read(chunk)) {
            for (String request : assembler.accept(chunk, length)) {
                if (finishing) {
                    return;
                }
                for (String line : wire.carry(request)) {
                    send(out, line);
                }
            }
        }
    }

    private static void send(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /**
     * Says who has the kit. What the client has sent is read before the connection is closed: a connection that is
     * closed over unread input is reset, and the client may never see the line.
     */
    private void turnAway() throws IOException {
        send(socket.getOutputStream(), KitBusy.line(turn.holder().orElse("another client")));
        socket.shutdownOutput();
        Deadline deadline = Deadline.after(FAREWELL);
        byte[] chunk = new byte[CHUNK];
        int length = 0;
        while (length >= 0 && !deadline.passed()) {
            socket.setSoTimeout((int) Math.max(1, deadline.remainingMillis()));
            length = socket.getInputStream().read(chunk);
        }
    }

    /** Ends the connection once the command that runs is answered, at the latest when the grace is over. */
    void finish(Duration grace) {
        finishing = true;
        Thread running = thread;
        try {
            socket.shutdownInput();
            if (running != null && running != Thread.currentThread()) {
                running.join(grace.toMillis());
                socket.close();
                running.join(grace.toMillis());
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The kit client " + client + " has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
