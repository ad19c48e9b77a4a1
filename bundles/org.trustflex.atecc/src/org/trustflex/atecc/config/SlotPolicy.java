package org.trustflex.atecc.config;

import java.util.ArrayList;
import java.util.List;

/**
 * A slot's policy in words, as the configuration zone has it.
 *
 * @param slot       0 to 15
 * @param slotConfig access policy
 * @param keyConfig  kind of key
 * @param locked     whether the slot has been locked for ever by itself
 */
public record SlotPolicy(int slot, SlotConfig slotConfig, KeyConfig keyConfig, boolean locked) {

    /** The policy of one slot. */
    public static SlotPolicy of(ConfigurationZone zone, int slot) {
        return new SlotPolicy(slot, zone.slotConfig(slot), zone.keyConfig(slot), zone.slotLocked(slot));
    }

    /** Whether Read gives the content in the clear. */
    public boolean readableInClear() {
        return !slotConfig.isSecret() && !keyConfig.isPrivate();
    }

    /** The policy in a few words, such as "no read; write encrypted by slot 6". */
    public String inWords() {
        String words = keyConfig.isPrivate() ? privateKeyWords()
                : Messages.text("policy.pair", readWords(), writeWords());
        return locked ? Messages.text("policy.locked", words) : words;
    }

    private String privateKeyWords() {
        List<String> uses = new ArrayList<>();
        if (slotConfig.externalSignAllowed()) {
            uses.add(Messages.text("policy.use.sign"));
        }
        if (slotConfig.internalSignAllowed()) {
            uses.add(Messages.text("policy.use.sign_internal"));
        }
        if (slotConfig.ecdhAllowed()) {
            uses.add(Messages.text("policy.use.ecdh"));
        }
        String use = uses.isEmpty() ? Messages.text("policy.none") : String.join(", ", uses);
        return Messages.text(slotConfig.genKeyAllowed() ? "policy.private.genkey" : "policy.private.fixed", use);
    }

    private String readWords() {
        if (!slotConfig.isSecret()) {
            return Messages.text("policy.read.clear");
        }
        return slotConfig.encryptRead() ? Messages.text("policy.read.encrypted", slotConfig.readKey())
                : Messages.text("policy.read.no");
    }

    private String writeWords() {
        WritePolicy policy = slotConfig.writePolicy();
        int key = policy == WritePolicy.PUB_INVALID ? slotConfig.validatingKey() : slotConfig.writeKey();
        return Messages.text("policy.write." + policy.name(), key);
    }
}
