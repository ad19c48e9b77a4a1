package org.trustflex.simulator.environment;

import org.trustflex.atecc.packet.StatusCode;

/**
 * A situation in which a real element refuses, but no public document says with which status. {@link SimulatorSettings}
 * chooses the answer; the default follows the data sheets' rule that 0F depends on state and 03 on the packet alone
 * (TFLXTLS data sheet, section 4.3).
 */
public enum OpenPoint {
    /** Write, PrivWrite or DeriveKey with a MAC that does not fit. Default 0F. */
    WRONG_INPUT_MAC(StatusCode.EXECUTION_ERROR),
    /** Lock with a checksum that does not fit the zone. Default 0F. */
    LOCK_SUMMARY_MISMATCH(StatusCode.EXECUTION_ERROR),
    /** Verify(validate) or Verify(invalidate) with OtherData[17] that contradicts the mode. Default 0F. */
    OTHER_DATA_MISMATCH(StatusCode.EXECUTION_ERROR),
    /** Read, Write or AES beyond the end of a slot or zone. Default 03; the vendor's own test takes 03 and 0F. */
    ADDRESS_BEYOND_ZONE(StatusCode.PARSE_ERROR),
    /** Verify with a public key that is no point of P-256, given along or stored. Default 0F. */
    PUBLIC_KEY_NOT_ON_CURVE(StatusCode.EXECUTION_ERROR),
    /** SHA(update), SHA(end), SHA(public) and SHA(read context) without a start. Default 0F. */
    SHA_OUT_OF_SEQUENCE(StatusCode.EXECUTION_ERROR),
    /** SHA(write context) with bytes that are no context. Default 0F. */
    SHA_CONTEXT_MALFORMED(StatusCode.EXECUTION_ERROR),
    /** SecureBoot(full store) before any SecureBoot(full copy). Default 01: what is stored can't fit. */
    SECURE_BOOT_NOTHING_STORED(StatusCode.MISCOMPARE);

    private final StatusCode defaultAnswer;

    OpenPoint(StatusCode defaultAnswer) {
        this.defaultAnswer = defaultAnswer;
    }

    /** What the simulated element answers unless it is told otherwise. */
    public StatusCode defaultAnswer() {
        return defaultAnswer;
    }
}
