package org.trustflex.kit.transport;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.BytePort;
import org.trustflex.kit.Deadline;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A TCP connection on which connecting, reading and writing all end at a deadline. */
final class SocketPort implements BytePort {

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final String peer;

    private SocketPort(SocketChannel channel, Selector selector, String peer) throws IOException {
        this.channel = channel;
        this.selector = selector;
        this.peer = peer;
        channel.configureBlocking(false);
        key = channel.register(selector, 0);
    }

    static SocketPort connect(InetSocketAddress address, Deadline deadline) throws LinkFailed {
        String peer = address.getHostString() + ":" + address.getPort();
        if (address.isUnresolved()) {
            throw new LinkFailed(Messages.text("tcp.unknown", address.getHostString()));
        }
        try {
            SocketPort port = open(peer);
            try {
                port.connectBefore(address, deadline);
                return port;
            } catch (IOException | LinkFailed e) {
                port.close();
                throw e;
            }
        } catch (IOException e) {
            throw new LinkFailed(Messages.text("tcp.refused", peer, reason(e)), e);
        }
    }

    private static SocketPort open(String peer) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            return new SocketPort(channel, Selector.open(), peer);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void connectBefore(InetSocketAddress address, Deadline deadline) throws IOException, LinkFailed {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        boolean connected = channel.connect(address);
        while (!connected) {
            if (!await(SelectionKey.OP_CONNECT, deadline)) {
                throw new LinkFailed(Messages.text("tcp.slow", peer));
            }
            connected = channel.finishConnect();
        }
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws LinkFailed {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            while (buffer.hasRemaining()) {
                if (channel.write(buffer) == 0 && !await(SelectionKey.OP_WRITE, deadline)) {
                    throw new LinkFailed(Messages.text("tcp.full", peer));
                }
            }
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public int read(byte[] bytes, Deadline deadline) throws LinkFailed {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            int count = channel.read(buffer);
            while (count == 0 && await(SelectionKey.OP_READ, deadline)) {
                count = channel.read(buffer);
            }
            return count;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Returns whether the channel may be ready for this; false only when the deadline has passed. */
    private boolean await(int operation, Deadline deadline) throws IOException, LinkFailed {
        long wait = deadline.remainingMillis();
        if (wait == 0) {
            return false;
        }
        key.interestOps(operation);
        selector.select(wait);
        selector.selectedKeys().clear();
        // A selector does not wait in a thread that is interrupted: without this the loops above would spin.
        if (Thread.currentThread().isInterrupted()) {
            throw new LinkFailed(Messages.text("tcp.interrupted", peer));
        }
        return true;
    }

    private LinkFailed broken(IOException cause) {
        return new LinkFailed(Messages.text("tcp.broken", peer, reason(cause)), cause);
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        try {
            selector.close();
            channel.close();
        } catch (IOException e) {
            // The connection is given up either way.
        }
    }
}
