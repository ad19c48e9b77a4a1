package org.trustflex.simulator.commands;

/** What becomes of TempKey (508A data sheet, section 2.5.1; TFLXTLS data sheet, section 3.1). */
enum TempKeyRule {
    /** The command does not use TempKey and leaves it. */
    UNTOUCHED,
    /** The command makes TempKey: a refusal clears it. */
    MADE,
    /** The command uses TempKey up: it is cleared whatever the answer. */
    USED
}
