package org.trustflex.atecc.config;

import java.util.Set;

import org.trustflex.atecc.packet.Opcode;

/**
 * One field of a slot's policy as the configuration zone has it.
 *
 * @param name    the field's data sheet name, such as "SlotConfig.WriteConfig"
 * @param bits    where it stands in its 16 bits, such as "15:12" or "7"
 * @param value   what stands there in binary, such as "0001"
 * @param meaning what that value allows or forbids, in plain words
 * @param decides the commands that are allowed or refused by it
 */
public record PolicyBit(String name, String bits, String value, String meaning, Set<Opcode> decides) {

    /** Copies the set. */
    public PolicyBit {
        decides = Set.copyOf(decides);
    }

    /** Whether this field has a say when this command is for the slot. */
    public boolean decides(Opcode command) {
        return decides.contains(command);
    }
}
