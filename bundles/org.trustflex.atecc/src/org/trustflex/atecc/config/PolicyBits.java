package org.trustflex.atecc.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.trustflex.atecc.packet.Opcode;

/**
 * A slot's policy taken apart into the fields that the data sheet names, each with its meaning in this slot (508A data
 * sheet, tables 2-5, 2-7 to 2-12 and section 2.4; TFLXTLS data sheet, section 2.1). What a field means depends on the kind
 * of slot: where the policy of a private key says what may be done with it, that of a public key names its authority.
 */
public final class PolicyBits {

    private static final String SLOT_CONFIG = "SlotConfig.";
    private static final String KEY_CONFIG = "KeyConfig.";

    private final SlotPolicy policy;
    private final SlotConfig slot;
    private final KeyConfig key;
    private final List<PolicyBit> bits = new ArrayList<>();

    private PolicyBits(SlotPolicy policy) {
        this.policy = policy;
        this.slot = policy.slotConfig();
        this.key = policy.keyConfig();
    }

    /** The fields: SlotConfig from its lowest bit upwards, then KeyConfig, last the slot's lock. */
    public static List<PolicyBit> of(SlotPolicy policy) {
        PolicyBits fields = new PolicyBits(policy);
        fields.readKey();
        fields.access();
        fields.write();
        fields.kind();
        fields.use();
        fields.lock();
        return List.copyOf(fields.bits);
    }

    private void readKey() {
        if (key.isPrivate()) {
            flag("ReadKey.ExternalSign", 0, "sign_external", Opcode.SIGN);
            flag("ReadKey.InternalSign", 1, "sign_internal", Opcode.SIGN);
            flag("ReadKey.ECDH", 2, "ecdh", Opcode.ECDH);
            flag("ReadKey.ECDHResult", 3, "ecdh_result", Opcode.ECDH);
        } else if (key.needsValidation()) {
            slotField("ReadKey", 0, "authority", slot.validatingKey(), Opcode.VERIFY, Opcode.WRITE);
        } else {
            String meaning = slot.isSecret() && slot.encryptRead() ? "readkey" : "readkey_unused";
            slotField("ReadKey", 0, meaning, slot.readKey(), Opcode.READ);
        }
    }

    private void access() {
        flag("NoMac", 4, "nomac", Opcode.MAC, Opcode.GEN_DIG, Opcode.SHA);
        flag("LimitedUse", 5, "limiteduse", Opcode.MAC, Opcode.CHECK_MAC, Opcode.GEN_DIG, Opcode.SIGN, Opcode.VERIFY,
                Opcode.ECDH, Opcode.GEN_KEY);
        flag("EncryptRead", 6, "encryptread", Opcode.READ);
        flag("IsSecret", 7, "issecret", Opcode.READ, Opcode.WRITE);
    }

    private void write() {
        boolean encrypted = slot.writePolicy() == WritePolicy.ENCRYPTED && !key.isPrivate();
        slotField("WriteKey", 8, encrypted ? "writekey" : "writekey_unused", slot.writeKey(), Opcode.WRITE);
        if (key.isPrivate()) {
            flag("WriteConfig.GenKey", 13, "genkey", Opcode.GEN_KEY);
            flag("WriteConfig.PrivWrite", 14, "privwrite", Opcode.PRIV_WRITE);
        } else {
            int authority = slot.writePolicy() == WritePolicy.PUB_INVALID ? slot.validatingKey() : slot.writeKey();
            add(SLOT_CONFIG + "WriteConfig", "15:12", binary(slot.writeConfigBits(), 4),
                    Messages.text("bit.writeconfig." + slot.writePolicy(), authority), Opcode.WRITE);
        }
    }

    private void kind() {
        keyFlag("Private", 0, key.isPrivate(), "private", Opcode.READ, Opcode.WRITE, Opcode.SIGN, Opcode.ECDH,
                Opcode.GEN_KEY, Opcode.MAC, Opcode.CHECK_MAC, Opcode.GEN_DIG);
        String of = key.isPrivate() ? "pubinfo_private" : "pubinfo_public";
        keyFlag("PubInfo", 1, key.pubInfo(), of, Opcode.GEN_KEY, Opcode.VERIFY);
        add(KEY_CONFIG + "KeyType", "4:2", binary(key.keyType(), 3), keyType(), Opcode.SIGN, Opcode.VERIFY,
                Opcode.GEN_KEY, Opcode.ECDH, Opcode.AES);
        keyFlag("Lockable", 5, key.lockable(), "lockable", Opcode.LOCK);
    }

    private void use() {
        keyFlag("ReqRandom", 6, key.reqRandom(), "reqrandom", Opcode.CHECK_MAC, Opcode.GEN_DIG, Opcode.DERIVE_KEY,
                Opcode.VERIFY, Opcode.MAC, Opcode.SHA, Opcode.GEN_KEY);
        keyFlag("ReqAuth", 7, key.reqAuth(), "reqauth", Opcode.SIGN, Opcode.ECDH, Opcode.MAC, Opcode.CHECK_MAC,
                Opcode.VERIFY, Opcode.GEN_KEY);
        String authKey = key.reqAuth() ? "authkey" : "authkey_unused";
        add(KEY_CONFIG + "AuthKey", "11:8", binary(key.authKey(), 4), Messages.text("bit." + authKey, key.authKey()));
        keyFlag("PersistentDisable", 12, key.persistentDisable(), "latch", Opcode.SIGN, Opcode.ECDH, Opcode.GEN_KEY);
        add(KEY_CONFIG + "X509id", "15:14", binary(key.x509Id(), 2), Messages.text("bit.x509", key.x509Id()),
                Opcode.VERIFY);
    }

    private void lock() {
        add("SlotLocked", String.valueOf(policy.slot()), policy.locked() ? "0" : "1",
                Messages.text(policy.locked() ? "bit.locked.1" : "bit.locked.0"), Opcode.WRITE, Opcode.GEN_KEY,
                Opcode.PRIV_WRITE, Opcode.DERIVE_KEY, Opcode.LOCK);
    }

    private String keyType() {
        if (key.isP256()) {
            return Messages.text("bit.keytype.p256");
        }
        return Messages.text(key.isAes() ? "bit.keytype.aes" : "bit.keytype.data");
    }

    private void flag(String name, int bit, String meaning, Opcode... decides) {
        boolean set = (slot.bits() >> bit & 1) != 0;
        add(SLOT_CONFIG + name, String.valueOf(bit), set ? "1" : "0", text(meaning, set), decides);
    }

    private void keyFlag(String name, int bit, boolean set, String meaning, Opcode... decides) {
        add(KEY_CONFIG + name, String.valueOf(bit), set ? "1" : "0", text(meaning, set), decides);
    }

    private void slotField(String name, int lowest, String meaning, int value, Opcode... decides) {
        add(SLOT_CONFIG + name, lowest + 3 + ":" + lowest, binary(value, 4), Messages.text("bit." + meaning, value),
                decides);
    }

    private static String text(String meaning, boolean set) {
        return set ? Messages.text("bit." + meaning + ".1") : Messages.text("bit." + meaning + ".0");
    }

    private void add(String name, String position, String value, String meaning, Opcode... decides) {
        bits.add(new PolicyBit(name, position, value, meaning, Set.of(decides)));
    }

    private static String binary(int value, int digits) {
        StringBuilder text = new StringBuilder(digits);
        for (int bit = digits - 1; bit >= 0; bit--) {
            text.append(value >> bit & 1);
        }
        return text.toString();
    }
}
