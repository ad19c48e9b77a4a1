package org.trustflex.certificates.vectors;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.certificates.authority.ChainIssuer;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.certificates.keys.P256KeyPair;

/** A chain of our own, with its keys. */
public record TestChain(P256KeyPair rootKey, P256KeyPair signerKey, P256KeyPair deviceKey, CertificateChain chain) {

    public static final SerialNumber DEVICE = new SerialNumber("0123AABBCCDDEEFF01");

    public static TestChain of(ChainProfile profile, String instant, SecureRandom random) throws RejectedValue {
        ChainIssuer issuer = new ChainIssuer(profile, random,
                Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
        P256KeyPair rootKey = P256KeyPair.generate(random);
        P256KeyPair signerKey = P256KeyPair.generate(random);
        P256KeyPair deviceKey = P256KeyPair.generate(random);
        P256Certificate root = issuer.root(rootKey);
        P256Certificate signer = issuer.signer(issuer.signerRequest(signerKey), rootKey, root);
        P256Certificate device = issuer.device(DEVICE, deviceKey.publicKey(), signerKey, signer, Optional.empty());
        return new TestChain(rootKey, signerKey, deviceKey, new CertificateChain(device, signer, root));
    }
}
