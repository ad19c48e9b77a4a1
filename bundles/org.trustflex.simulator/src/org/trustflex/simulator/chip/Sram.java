package org.trustflex.simulator.chip;

import java.util.Optional;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/**
 * What an element forgets when it sleeps: TempKey, message digest buffer, alternate key buffer, SHA context and the
 * last authorization (TFLXTLS data sheet, chapter 3).
 */
public final class Sram {

    private @Nullable TempKey tempKey;
    private byte @Nullable [] messageDigestBuffer;
    private byte @Nullable [] alternateKeyBuffer;
    private @Nullable ShaContext shaContext;
    private int selfTestFailures;
    private OptionalInt authorizedKey = OptionalInt.empty();

    /** TempKey, if it is valid. */
    public Optional<TempKey> tempKey() {
        return Optional.ofNullable(tempKey);
    }

    /** Makes TempKey valid. */
    public void loadTempKey(TempKey loaded) {
        tempKey = loaded;
    }

    /** Makes TempKey invalid and clears all its flags. */
    public void clearTempKey() {
        tempKey = null;
    }

    /** 32 or 64 bytes, if something was loaded. */
    public Optional<byte[]> messageDigestBuffer() {
        return Optional.ofNullable(messageDigestBuffer);
    }

    /** Loads 32 or 64 bytes. */
    public void loadMessageDigestBuffer(byte[] loaded) {
        messageDigestBuffer = loaded;
    }

    /** Empties the message digest buffer. */
    public void clearMessageDigestBuffer() {
        messageDigestBuffer = null;
    }

    /** 32 bytes, if something was loaded. */
    public Optional<byte[]> alternateKeyBuffer() {
        return Optional.ofNullable(alternateKeyBuffer);
    }

    /** Loads 32 bytes. */
    public void loadAlternateKeyBuffer(byte[] loaded) {
        alternateKeyBuffer = loaded;
    }

    /** The SHA computation under way. */
    public Optional<ShaContext> shaContext() {
        return Optional.ofNullable(shaContext);
    }

    /** Begins a SHA computation; one under way is forgotten. */
    public void startSha(ShaContext started) {
        shaContext = started;
    }

    /** Ends the SHA computation. */
    public void endSha() {
        shaContext = null;
    }

    /** The failure register: bits of {@link org.trustflex.atecc.packet.SelfTestMode} for tests that failed. */
    public int selfTestFailures() {
        return selfTestFailures;
    }

    /** Sets the failure register. */
    public void setSelfTestFailures(int tests) {
        selfTestFailures = tests;
    }

    /** The slot whose key was the last to authorize, if nothing has used up or cleared that. */
    public OptionalInt authorizedKey() {
        return authorizedKey;
    }

    /** Remembers an authorization. */
    public void authorize(int slot) {
        authorizedKey = OptionalInt.of(slot);
    }

    /** Forgets the authorization. */
    public void clearAuthorization() {
        authorizedKey = OptionalInt.empty();
    }

    /** A copy that goes on by itself from here. Values are never changed in place, so that it may share them. */
    public Sram copy() {
        Sram copy = new Sram();
        copy.tempKey = tempKey;
        copy.messageDigestBuffer = messageDigestBuffer;
        copy.alternateKeyBuffer = alternateKeyBuffer;
        copy.shaContext = shaContext().map(ShaContext::copy).orElse(null);
        copy.selfTestFailures = selfTestFailures;
        copy.authorizedKey = authorizedKey;
        return copy;
    }

    /** Forgets everything. */
    public void clear() {
        clearTempKey();
        clearMessageDigestBuffer();
        alternateKeyBuffer = null;
        endSha();
        selfTestFailures = 0;
        clearAuthorization();
    }
}
