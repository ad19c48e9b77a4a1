package org.trustflex.certificates;

/**
 * The three certificates of a Trust Platform device.
 *
 * @param device the device's, signed by the signer
 * @param signer the signer's, signed by the root
 * @param root   the trust anchor
 */
public record CertificateChain(P256Certificate device, P256Certificate signer, P256Certificate root) {

    /** The device's name in the cloud use cases: the identifier of its key. */
    public KeyIdentifier thingId() {
        return KeyIdentifier.of(device.publicKey());
    }

    /** All three in PEM: device first, then signer, then root. */
    public String pem() {
        return device.pem() + signer.pem() + root.pem();
    }
}
