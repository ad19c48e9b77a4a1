package org.trustflex.atecc;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.packet.ClockDivider;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.PacketChannel;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.atecc.reason.Explanation;
import org.trustflex.atecc.reason.ProbableReason;
import org.trustflex.atecc.trace.CommandText;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** Sends one command and takes its reply apart: data, success, refusal or nonsense. */
final class CommandRunner {

    private static final Duration LONGEST = Duration.ofMillis(2500);

    private final PacketChannel channel;
    private @Nullable ConfigurationZone zone;

    CommandRunner(PacketChannel channel) {
        this.channel = channel;
    }

    /** From now on refusals are explained and waits are chosen by this configuration. */
    void explainBy(ConfigurationZone configurationZone) {
        zone = configurationZone;
    }

    PacketChannel channel() {
        return channel;
    }

    /** Runs a command that answers a status alone. Returns only on success. */
    void run(CommandPacket command) throws ElementException {
        ResponsePacket reply = exchange(command);
        if (!reply.isStatus()) {
            throw wrongLength(command, reply, 1);
        }
        refuseUnlessSuccess(command, reply);
    }

    /** Runs a command that answers {@code length} bytes of data, more than one. */
    byte[] query(CommandPacket command, int length) throws ElementException {
        ResponsePacket reply = exchange(command);
        if (reply.isStatus()) {
            refuseUnlessSuccess(command, reply);
            throw new MalformedReply(Messages.text("reply.success", CommandText.of(command), length));
        }
        byte[] data = reply.payload();
        if (data.length != length) {
            throw wrongLength(command, reply, length);
        }
        return data;
    }

    /**
     * Runs a command that answers one byte which is no status: SelfTest.
     *
     * @param possible the bits that an answer may have; with others it is a refusal
     */
    int queryBits(CommandPacket command, int possible) throws ElementException {
        ResponsePacket reply = exchange(command);
        if (!reply.isStatus()) {
            throw wrongLength(command, reply, 1);
        }
        if ((reply.statusByte() & ~possible) != 0) {
            refuseUnlessSuccess(command, reply);
        }
        return reply.statusByte();
    }

    private ResponsePacket exchange(CommandPacket command) throws ElementException {
        return ResponsePacket.parse(channel.exchange(command.encode(), executionTime(command)));
    }

    private Duration executionTime(CommandPacket command) {
        ConfigurationZone known = zone;
        ClockDivider divider = known == null ? ClockDivider.M2 : known.clockDivider();
        return command.opcode().map((Opcode opcode) -> opcode.maximumExecutionTime(divider)).orElse(LONGEST);
    }

    private void refuseUnlessSuccess(CommandPacket command, ResponsePacket reply) throws ElementException {
        CommandText text = CommandText.of(command);
        StatusCode status = StatusCode.fromCode(reply.statusByte()).orElse(null);
        if (status == null) {
            throw new MalformedReply(Messages.text("reply.status", text, reply.statusByte()));
        }
        if (status != StatusCode.SUCCESS) {
            ConfigurationZone known = zone;
            String reason = known == null ? ""
                    : new ProbableReason(known).of(command, status).map(Explanation::text).orElse("");
            throw new DeviceRefused(status, text.name(), text.slot(), reason);
        }
    }

    private static MalformedReply wrongLength(CommandPacket command, ResponsePacket reply, int expected) {
        return new MalformedReply(
                Messages.text("reply.length", CommandText.of(command), reply.payload().length, expected));
    }
}
