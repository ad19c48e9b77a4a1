package org.trustflex.atecc;

import org.trustflex.atecc.host.TempKeyFlags;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.InfoMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.SelfTestMode;

/** What Info and SelfTest tell about an element (TFLXTLS data sheet, sections 5.1.2 and 5.1.7). */
public final class StatusCommands {

    private static final int SET_LATCH = 0x02;
    private static final int TEMPKEY_VALID = 0x80;

    private final CommandRunner runner;

    StatusCommands(CommandRunner runner) {
        this.runner = runner;
    }

    /**
     * The flags beside TempKey.
     *
     * @param valid whether TempKey holds anything; the flags mean nothing otherwise
     * @param flags where it came from
     */
    public record TempKeyState(boolean valid, TempKeyFlags flags) {
    }

    /** Info(state). */
    public TempKeyState tempKey() throws ElementException {
        byte[] state = info(InfoMode.STATE, 0);
        int flags = state[0];
        return new TempKeyState((state[1] & TEMPKEY_VALID) != 0, new TempKeyFlags(flags & 0x0F, (flags & 0x10) != 0,
                (flags & 0x20) != 0, (flags & 0x40) != 0, (flags & 0x80) != 0));
    }

    /** Info(persistent latch): whether it is set. */
    public boolean persistentLatch() throws ElementException {
        return info(InfoMode.VOLATILE_KEY_PERMIT, 0)[0] != 0;
    }

    /** Sets or clears the persistent latch, where the configuration lets the host do that. */
    public void setPersistentLatch(boolean set) throws ElementException {
        info(InfoMode.VOLATILE_KEY_PERMIT, SET_LATCH | (set ? 1 : 0));
    }

    private byte[] info(int mode, int param2) throws ElementException {
        return runner.query(CommandPacket.of(Opcode.INFO, mode, param2), 4);
    }

    /**
     * SelfTest. Its answer is one byte like a status; but no status that could come here has only bits of tests.
     *
     * @param tests bits of {@link SelfTestMode}; none reads the failure register
     * @return those that failed; 0 is good
     */
    public int selfTest(int tests) throws ElementException {
        return runner.queryBits(CommandPacket.of(Opcode.SELF_TEST, tests, 0), SelfTestMode.ALL);
    }
}
