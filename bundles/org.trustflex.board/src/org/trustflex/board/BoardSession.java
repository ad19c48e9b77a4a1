package org.trustflex.board;

import java.time.Duration;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.atecc.packet.PacketChannel;

/** A session's way to the element of a simulated board, which it powers off with itself. */
final class BoardSession implements PacketChannel {

    private final PacketChannel channel;
    private final PoweredBoard board;

    BoardSession(PacketChannel channel, PoweredBoard board) {
        this.channel = channel;
        this.board = board;
    }

    @Override
    public byte[] exchange(byte[] command, Duration executionTime) throws LinkFailed, MalformedReply {
        try {
            return channel.exchange(command, executionTime);
        } catch (LinkFailed failed) {
            throw board.explain(failed);
        }
    }

    @Override
    public void sleep() throws LinkFailed, MalformedReply {
        try {
            channel.sleep();
        } catch (LinkFailed failed) {
            throw board.explain(failed);
        }
    }

    @Override
    public void close() {
        channel.close();
        board.close();
    }
}
