package org.trustflex.kit.device;

import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A device that says what a test tells it to, and sleeps and wakes as an ATECC608 does. */
public final class StubPart implements BusDevice {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String INFO_REVISION = "0730000000035D";

    private final int address;
    private boolean awake;
    private byte[] wakeAnswer = HEX.parseHex("04113343");
    private boolean acknowledges = true;
    private String revision = "07000060028038";
    private UnaryOperator<String> commands = packet -> "040F2342";

    public StubPart(int address) {
        this.address = address;
    }

    /** Answers Info, mode Revision, with these bytes, count to checksum. */
    public StubPart revision(String hexResponse) {
        revision = hexResponse;
        return this;
    }

    /** Answers all other commands like this, packets as upper-case hex; an empty answer is none. */
    public StubPart commands(UnaryOperator<String> answers) {
        commands = answers;
        return this;
    }

    /** Answers the wake pulse with these bytes. */
    public StubPart wakeAnswer(String hex) {
        wakeAnswer = HEX.parseHex(hex);
        return this;
    }

    /** From now on the device is as good as absent. */
    public void die() {
        acknowledges = false;
    }

    public boolean isAwake() {
        return awake;
    }

    @Override
    public int address() {
        return address;
    }

    @Override
    public Optional<byte[]> wake() {
        awake = acknowledges;
        return acknowledges ? Optional.of(wakeAnswer.clone()) : Optional.empty();
    }

    @Override
    public void idle() {
        awake = false;
    }

    @Override
    public boolean sleep() {
        boolean was = awake && acknowledges;
        awake = false;
        return was;
    }

    @Override
    public Optional<byte[]> execute(byte[] packet) {
        if (!awake || !acknowledges) {
            return Optional.empty();
        }
        String hex = HEX.formatHex(packet);
        return Optional.of(HEX.parseHex(hex.equals(INFO_REVISION) ? revision : commands.apply(hex)));
    }
}
