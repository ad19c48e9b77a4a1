package org.trustflex.atecc;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.PacketChannel;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.StatusCode;

/** A channel whose other end gives its configuration zone and then the answers that a test wrote down. */
final class ScriptedElement implements PacketChannel {

    private final ConfigurationZone zone;
    private final Deque<byte[]> answers = new ArrayDeque<>();
    private final List<CommandPacket> received = new ArrayList<>();
    private boolean asleep;
    private boolean closed;

    ScriptedElement(ConfigurationZone zone) {
        this.zone = zone;
    }

    ScriptedElement answer(StatusCode status) {
        answers.add(ResponsePacket.status(status).encode());
        return this;
    }

    ScriptedElement answerData(byte... data) {
        answers.add(ResponsePacket.data(data).encode());
        return this;
    }

    ScriptedElement answerRaw(String hex) {
        answers.add(HexFormat.of().parseHex(hex));
        return this;
    }

    List<CommandPacket> received() {
        return received;
    }

    boolean asleep() {
        return asleep;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public byte[] exchange(byte[] command, Duration executionTime) throws LinkFailed {
        CommandPacket packet = CommandPacket.parse(command).orElseThrow();
        if (packet.opcode().orElseThrow() == Opcode.READ && packet.param1() == 0x80) {
            int from = packet.param2() << 2;
            return ResponsePacket.data(Arrays.copyOfRange(zone.bytes(), from, from + 32)).encode();
        }
        received.add(packet);
        if (answers.isEmpty()) {
            throw new LinkFailed("The script has no more answers.");
        }
        return answers.remove();
    }

    @Override
    public void sleep() {
        asleep = true;
    }

    @Override
    public void close() {
        closed = true;
    }
}
