package org.trustflex.kit;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.atecc.packet.PacketChannel;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The way to the selected device of a kit. Every command is a conversation of three: wake, talk, idle. Used by one
 * thread at a time.
 *
 * <p>If the element has answered but can't be put to idle, the exchange fails although the command was executed:
 * whether volatile memory will still be there for the next command is unknown, and a caller that must know reads the
 * state again.
 */
public final class KitChannel implements PacketChannel {

    private static final byte[] AWAKE = { 0x04, 0x11, 0x33, 0x43 };
    private static final byte[] SELF_TEST_FAILED = { 0x04, 0x07, (byte) 0xC4, 0x40 };
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String WAKE = "E:w()";
    private static final String IDLE = "E:i()";
    private static final String SLEEP = "E:s()";

    private final Conversation conversation;
    private final KitDevice device;

    KitChannel(Conversation conversation, KitDevice device) {
        this.conversation = conversation;
        this.device = device;
    }

    /** The device at the other end, by the kit's description. */
    public KitDevice device() {
        return device;
    }

    /**
     * Sends an element to sleep that somebody left awake a moment ago: a wake pulse would not be answered by the four
     * bytes that we insist on. One that sleeps already does not acknowledge, which is as well.
     */
    void putToRest() throws LinkFailed, MalformedReply {
        ask(SLEEP);
    }

    @Override
    public byte[] exchange(byte[] command, Duration executionTime) throws LinkFailed, MalformedReply {
        wake();
        KitReply reply = conversation.request("E:t(" + HEX.formatHex(command) + ")",
                executionTime.plus(conversation.timing().talkMargin()));
        // The kit has answered, so it takes another line; an element that had no answer is put to idle all the same.
        KitReply idle = ask(IDLE);
        requireSuccess("talk.failed", reply);
        if (reply.payload().length == 0) {
            throw new LinkFailed(Messages.text("talk.empty", device));
        }
        requireSuccess("idle.failed", idle);
        return reply.payload();
    }

    @Override
    public void sleep() throws LinkFailed, MalformedReply {
        wake();
        requireSuccess("sleep.failed", ask(SLEEP));
    }

    private void wake() throws LinkFailed, MalformedReply {
        KitReply reply = ask(WAKE);
        requireSuccess("wake.failed", reply);
        byte[] answer = reply.payload();
        if (answer.length == 0) {
            throw new LinkFailed(Messages.text("wake.empty", device));
        }
        if (Arrays.equals(answer, SELF_TEST_FAILED)) {
            throw new LinkFailed(Messages.text("wake.selftest", device));
        }
        if (!Arrays.equals(answer, AWAKE)) {
            String seen = HEX.formatHex(answer, 0, Math.min(answer.length, AWAKE.length));
            throw new MalformedReply(Messages.text("wake.answer", device, seen, answer.length));
        }
    }

    private KitReply ask(String request) throws LinkFailed, MalformedReply {
        return conversation.request(request, conversation.timing().reply());
    }

    private void requireSuccess(String text, KitReply reply) throws LinkFailed {
        if (!reply.isSuccess()) {
            throw new LinkFailed(Messages.text(text, device, reply.status(), KitStatus.meaning(reply.status())));
        }
    }

    @Override
    public void close() {
        conversation.close();
    }
}
