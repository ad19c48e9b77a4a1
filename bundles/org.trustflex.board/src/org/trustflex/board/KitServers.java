package org.trustflex.board;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.function.Supplier;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.kit.transport.KitFault;
import org.trustflex.kit.transport.KitPtyServer;
import org.trustflex.kit.transport.KitSessionListener;
import org.trustflex.kit.transport.KitTcpServer;
import org.trustflex.kit.transport.KitTurn;

import org.jspecify.annotations.Nullable;

/**
 * The servers of a powered board's kit. While another program than the kit is in the flash there are none, as a USB device
 * is not there then; when the kit is back they are back, at the same places. Safe for several threads.
 */
final class KitServers {

    private static final Logger LOG = System.getLogger(KitServers.class.getName());

    private final BoardFolder folder;
    private final Supplier<KitProgram> program;
    private final KitFault fault;
    private final KitTurn turn = new KitTurn();
    private @Nullable ServedKit wantedPort;
    private @Nullable ServedTerminal wantedTerminal;
    private @Nullable KitTcpServer port;
    private @Nullable KitPtyServer terminal;

    KitServers(BoardFolder folder, Supplier<KitProgram> program, KitFault fault) {
        this.folder = folder;
        this.program = program;
        this.fault = fault;
    }

    synchronized KitServer serve(int tcpPort) throws LinkFailed {
        if (wantedPort != null) {
            throw new LinkFailed(Messages.text("serve.twice", folder.id(), wantedPort.port()));
        }
        KitTcpServer server = open(tcpPort);
        ServedKit served = new ServedKit(server.port());
        port = server;
        wantedPort = served;
        return served;
    }

    private KitTcpServer open(int tcpPort) throws LinkFailed {
        return KitTcpServer.onLoopback(tcpPort, program, fault, KitSessionListener.NONE, turn);
    }

    synchronized KitTerminal serve(Path link) throws LinkFailed {
        if (wantedTerminal != null) {
            throw new LinkFailed(Messages.text("serve.terminal", folder.id(), wantedTerminal.link()));
        }
        KitPtyServer server = open(link);
        ServedTerminal served = new ServedTerminal(server.link(), server.terminal());
        terminal = server;
        wantedTerminal = served;
        return served;
    }

    private KitPtyServer open(Path link) throws LinkFailed {
        return KitPtyServer.at(link, program, fault, turn);
    }

    /** Follows the kit, which came or went. */
    synchronized void follow(boolean kit) {
        if (!kit) {
            closePort();
            closeTerminal();
            return;
        }
        try {
            if (wantedPort != null && port == null) {
                port = open(wantedPort.port());
            }
            if (wantedTerminal != null && terminal == null) {
                KitPtyServer server = open(wantedTerminal.link());
                wantedTerminal.terminal = server.terminal();
                terminal = server;
            }
        } catch (LinkFailed taken) {
            LOG.log(Level.WARNING, taken.getMessage(), taken);
        }
    }

    /** Ends all of them; a command that runs is answered first. May be called again. */
    synchronized void close() {
        wantedPort = null;
        wantedTerminal = null;
        closePort();
        closeTerminal();
    }

    private void closePort() {
        KitTcpServer server = port;
        port = null;
        if (server != null) {
            server.close();
        }
    }

    private void closeTerminal() {
        KitPtyServer server = terminal;
        terminal = null;
        if (server != null) {
            server.close();
        }
    }

    private synchronized void end(ServedKit served) {
        if (wantedPort == served) {
            wantedPort = null;
            closePort();
        }
    }

    private synchronized void end(ServedTerminal served) {
        if (wantedTerminal == served) {
            wantedTerminal = null;
            closeTerminal();
        }
    }

    /** A server as those see it who can't see the kit's own classes. */
    private final class ServedKit implements KitServer {

        private final int tcpPort;

        ServedKit(int tcpPort) {
            this.tcpPort = tcpPort;
        }

        @Override
        public int port() {
            return tcpPort;
        }

        @Override
        public void close() {
            end(this);
        }
    }

    /** A terminal as those see it who can't see the kit's own classes. */
    private final class ServedTerminal implements KitTerminal {

        private final Path link;
        private volatile String terminal;

        ServedTerminal(Path link, String terminal) {
            this.link = link;
            this.terminal = terminal;
        }

        @Override
        public Path link() {
            return link;
        }

        @Override
        public String terminal() {
            return terminal;
        }

        @Override
        public void close() {
            end(this);
        }
    }
}
