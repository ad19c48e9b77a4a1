package org.trustflex.atecc.host;

/**
 * The flags beside TempKey that go into messages which the device signs (TFLXTLS data sheet, section 3.1).
 *
 * @param keyId       the slot of the last GenDig or GenKey
 * @param passThrough whether the nonce came from outside; the data sheet calls this SourceFlag
 * @param genDig      whether the last command was GenDig over a data slot
 * @param genKey      whether the last command was GenKey
 * @param noMac       whether GenDig used a key with NoMac
 */
public record TempKeyFlags(int keyId, boolean passThrough, boolean genDig, boolean genKey, boolean noMac) {

    /** The flags after a pass-through nonce and GenKey over a slot. */
    public static TempKeyFlags publicKeyDigest(int slot) {
        return new TempKeyFlags(slot, true, false, true, false);
    }

    /** The flags in one byte, as Info(state) and the signed messages have them. */
    public int encode() {
        return keyId & 0x0F | bit(passThrough, 4) | bit(genDig, 5) | bit(genKey, 6) | bit(noMac, 7);
    }

    private static int bit(boolean set, int position) {
        return set ? 1 << position : 0;
    }
}
