package org.trustflex.simulator.chip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.jspecify.annotations.Nullable;
import org.trustflex.atecc.host.Sha256;

/**
 * A SHA-256 or HMAC-SHA-256 computation under way. A SHA-256 computation can leave the element as a context: the eight
 * words of its state, the length of the message so far in four bytes, low byte first, and the 0 to 63 bytes that make
 * no block yet. The length of 36 to 99 bytes is the real element's; how it orders them is not public.
 */
public final class ShaContext {

    private static final int BLOCK = 64;
    private static final int STATE = 32;
    private static final int HEAD = STATE + Integer.BYTES;
    private static final byte INNER_PAD = 0x36;
    private static final byte OUTER_PAD = 0x5C;
    /** Where the encoded state of the digest has the message length, its words and the bytes that make no block. */
    private static final int ENCODED_LENGTH = 8;
    private static final int ENCODED_STATE = 16;
    private static final int ENCODED_WORDS = 48;
    private static final int ENCODED_REST = 52;

    private final SHA256Digest digest;
    private final byte @Nullable [] outerKey;
    private int length;
    private @Nullable CertificateDigest certificate;

    private ShaContext(SHA256Digest digest, byte @Nullable [] outerKey) {
        this.digest = digest;
        this.outerKey = outerKey;
    }

    /** A new SHA-256 computation. */
    public static ShaContext sha256() {
        return new ShaContext(new SHA256Digest(), null);
    }

    /** A new HMAC-SHA-256 computation with a 32-byte key. */
    public static ShaContext hmac(byte[] key) {
        ShaContext context = new ShaContext(new SHA256Digest(), padded(key, OUTER_PAD));
        context.digest.update(padded(key, INNER_PAD), 0, BLOCK);
        return context;
    }

    private static byte[] padded(byte[] key, byte pad) {
        byte[] block = Arrays.copyOf(key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= pad;
        }
        return block;
    }

    /**
     * A computation from the context of another one.
     *
     * @return nothing if these bytes are no context
     */
    public static Optional<ShaContext> read(byte[] context) {
        if (context.length < HEAD || context.length >= HEAD + BLOCK) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(context).order(ByteOrder.LITTLE_ENDIAN).getInt(STATE);
        int rest = context.length - HEAD;
        if (length < 0 || length % BLOCK != rest) {
            return Optional.empty();
        }
        ShaContext restored = new ShaContext(restored(context, length, rest), null);
        restored.length = length;
        return Optional.of(restored);
    }

    private static SHA256Digest restored(byte[] context, int length, int rest) {
        byte[] fresh = new SHA256Digest().getEncodedState();
        int words = rest / Integer.BYTES;
        int loose = rest % Integer.BYTES;
        ByteBuffer encoded = ByteBuffer.allocate(fresh.length + words * Integer.BYTES);
        encoded.put(0, context, context.length - loose, loose).putInt(Integer.BYTES, loose)
                .putLong(ENCODED_LENGTH, length).put(ENCODED_STATE, context, 0, STATE).putInt(ENCODED_WORDS, words)
                .put(ENCODED_REST, context, HEAD, words * Integer.BYTES);
        int tail = fresh.length - ENCODED_REST;
        encoded.put(encoded.capacity() - tail, fresh, ENCODED_REST, tail);
        return new SHA256Digest(encoded.array());
    }

    /**
     * The context of this computation.
     *
     * @return nothing for an HMAC, whose context would give its key away
     */
    public Optional<byte[]> context() {
        if (outerKey != null) {
            return Optional.empty();
        }
        byte[] encoded = digest.getEncodedState();
        int rest = length % BLOCK;
        int loose = rest % Integer.BYTES;
        ByteBuffer context = ByteBuffer.allocate(HEAD + rest).order(ByteOrder.LITTLE_ENDIAN);
        context.put(encoded, ENCODED_STATE, STATE).putInt(length).put(encoded, ENCODED_REST, rest - loose)
                .put(encoded, 0, loose);
        return Optional.of(context.array());
    }

    /** Adds to the message. */
    public void update(byte[] message) {
        digest.update(message, 0, message.length);
        length += message.length;
    }

    /** Adds the public key of a slot to the message, and remembers where it stands. */
    public void updateWithPublicKey(int slot, byte[] key) {
        certificate = length % BLOCK == 0 ? new CertificateDigest(slot, length / BLOCK, 0) : null;
        update(key);
    }

    /** Where a public key stood in the message, if it stood at the beginning of a block. */
    public Optional<CertificateDigest> certificate() {
        CertificateDigest known = certificate;
        return known == null ? Optional.empty()
                : Optional.of(new CertificateDigest(known.slot(), known.position(), length / BLOCK));
    }

    /** Ends the computation. The context is of no use afterwards. */
    public byte[] finish() {
        byte[] result = new byte[STATE];
        digest.doFinal(result, 0);
        return outerKey == null ? result : Sha256.of(outerKey, result);
    }

    /** A computation that goes on by itself from here. */
    public ShaContext copy() {
        ShaContext copy = new ShaContext(new SHA256Digest(digest), outerKey);
        copy.length = length;
        copy.certificate = certificate;
        return copy;
    }
}
