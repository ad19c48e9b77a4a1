package org.trustflex.atecc.reason;

/** Why a device probably refused: one cause for each rule that a configuration zone tells something about. */
public enum ProbableCause {
    AES_NOTAES("reason.aes.notaes"),
    CHECKMAC_MISCOMPARE("reason.checkmac.miscompare"),
    COMMUNICATION("reason.communication"),
    COUNTER("reason.counter"),
    DATAOPEN("reason.dataopen"),
    DERIVEKEY_FORBIDDEN("reason.derivekey.forbidden"),
    DERIVEKEY_MAC("reason.derivekey.mac"),
    ECCFAULT("reason.eccfault"),
    ECDH_FORBIDDEN("reason.ecdh.forbidden"),
    ECDH_INSIDE("reason.ecdh.inside"),
    ECDH_POINT("reason.ecdh.point"),
    ECDH_TARGET("reason.ecdh.target"),
    EXTRA_WRITTEN("reason.extra.written"),
    GENDIG_OTHERDATA("reason.gendig.otherdata"),
    GENKEY_EMPTY("reason.genkey.empty"),
    GENKEY_FIXED("reason.genkey.fixed"),
    GENKEY_NOPUBINFO("reason.genkey.nopubinfo"),
    GENKEY_NOTPRIVATE("reason.genkey.notprivate"),
    GENKEY_NOTPUBLIC("reason.genkey.notpublic"),
    INVALIDATE_MISCOMPARE("reason.invalidate.miscompare"),
    KDF_AES("reason.kdf.aes"),
    KDF_SOURCE("reason.kdf.source"),
    KDF_TARGET("reason.kdf.target"),
    KEYUSE_NOMAC("reason.keyuse.nomac"),
    KEYUSE_PRIVATE("reason.keyuse.private"),
    KEYUSE_RANDOM("reason.keyuse.random"),
    LATCH("reason.latch"),
    LATCH_DISABLED("reason.latch.disabled"),
    LOCK_NEVER("reason.lock.never"),
    LOCK_ZONE("reason.lock.zone"),
    LOCKED("reason.locked"),
    NOGPIO("reason.nogpio"),
    OUTPUT_FORBIDDEN("reason.output.forbidden"),
    OUTPUT_NOKEY("reason.output.nokey"),
    PARSE("reason.parse"),
    PRIVWRITE_CLEAR("reason.privwrite.clear"),
    PRIVWRITE_FORBIDDEN("reason.privwrite.forbidden"),
    READ_PRIVATE("reason.read.private"),
    READ_SECRET("reason.read.secret"),
    SECUREBOOT_DISABLED("reason.secureboot.disabled"),
    SECUREBOOT_MISCOMPARE("reason.secureboot.miscompare"),
    SECUREBOOT_NOSTORE("reason.secureboot.nostore"),
    SECUREBOOT_PROHIBITED("reason.secureboot.prohibited"),
    SELFTEST("reason.selftest"),
    SHA_NOTPUBLIC("reason.sha.notpublic"),
    SHA_ORDER("reason.sha.order"),
    SIGN_NOEXTERNAL("reason.sign.noexternal"),
    SIGN_NOINTERNAL("reason.sign.nointernal"),
    SIGN_NOTPRIVATE("reason.sign.notprivate"),
    TEMPKEY("reason.tempkey"),
    USEDUP("reason.usedup"),
    VALIDATE_CERTIFICATE("reason.validate.certificate"),
    VALIDATE_MISCOMPARE("reason.validate.miscompare"),
    VALIDATE_NOVALIDITY("reason.validate.novalidity"),
    VALIDATE_NOX509("reason.validate.nox509"),
    VALIDATE_TEMPKEY("reason.validate.tempkey"),
    VERIFY_MISCOMPARE("reason.verify.miscompare"),
    VERIFY_NOTPUBLIC("reason.verify.notpublic"),
    VERIFY_NOTVALID("reason.verify.notvalid"),
    VERIFYEXTERNAL_MISCOMPARE("reason.verifyexternal.miscompare"),
    WATCHDOG("reason.watchdog"),
    WRITE_CLEARONLY("reason.write.clearonly"),
    WRITE_ENCRYPTED("reason.write.encrypted"),
    WRITE_NEVER("reason.write.never"),
    WRITE_PRIVATE("reason.write.private"),
    WRITE_VALID("reason.write.valid"),
    WRITE_WORD("reason.write.word"),
    WRITE_WRONGKEY("reason.write.wrongkey"),
    WRITE_ZONELOCKED("reason.write.zonelocked");

    private final String key;

    ProbableCause(String key) {
        this.key = key;
    }

    /** The cause in plain words with a full stop. */
    String text(Object... arguments) {
        return Messages.text(key, arguments);
    }
}
