package org.trustflex.board;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong with a simulated board when somebody asks for it. */
public enum FaultKind {
    /** The power goes just before the n-th write to an EEPROM: nothing of it is kept. */
    CUT_BEFORE_WRITE,
    /** The power goes in the middle of the n-th write to an EEPROM: half of a block of 32 bytes is kept. */
    TEAR_WRITE,
    /** The power goes just after the n-th write to an EEPROM, before the command is answered. */
    CUT_AFTER_WRITE,
    /** The n-th answer of the kit never arrives. */
    DROP_REPLY,
    /** The n-th answer of the kit arrives when the host has given up and asks something else. */
    DELAY_REPLY,
    /** One character of the n-th answer of the kit is another when it arrives. */
    CORRUPT_REPLY,
    /** Half of the n-th answer of the kit arrives. */
    TRUNCATE_REPLY,
    /** The board is unplugged when it has executed the n-th request, before it answers. */
    UNPLUG_AT_REPLY,
    /** From the n-th answer of the kit on, whoever reads the serial number reads another one. */
    OTHER_SERIAL_AT_REPLY;

    /** The kind in a word: "cut-before-write". */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FaultKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
