package org.trustflex.certificates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * Which conditions of a valid certification path a chain meets (RFC 5280, section 6.1). Times are looked at with leniency:
 * a certificate that is not valid yet is a note, since signers are commonly dated to the full hour before their root; one
 * that has expired is a fault.
 *
 * @param chain  what was looked at
 * @param checks every condition, root first
 */
public record ChainReport(CertificateChain chain, List<Check> checks) {

    /** Copies the list. */
    public ChainReport {
        checks = List.copyOf(checks);
    }

    /** Looks at a chain as of a moment. */
    public static ChainReport of(CertificateChain chain, Instant now) {
        Builder builder = new Builder(now);
        builder.link("root", chain.root(), chain.root());
        builder.authority("root", chain.root());
        builder.link("signer", chain.signer(), chain.root());
        builder.authority("signer", chain.signer());
        builder.link("device", chain.device(), chain.signer());
        builder.device(chain.device());
        return new ChainReport(chain, builder.checks);
    }

    /** Whether no condition is violated. */
    public boolean holds() {
        return checks.stream().allMatch(Check::holds);
    }

    /** Whether all three signatures were made by the keys that they should be made by. */
    public boolean signaturesHold() {
        return checks.stream().filter(check -> check.id().endsWith(".signature")).allMatch(Check::holds);
    }

    /** The checks of one certificate: "root", "signer" or "device". */
    public List<Check> of(String certificate) {
        return checks.stream().filter(check -> check.id().startsWith(certificate + ".")).toList();
    }

    /** Collects the checks. */
    private static final class Builder {

        private final Instant now;
        private final List<Check> checks = new ArrayList<>();

        Builder(Instant now) {
            this.now = now;
        }

        void link(String who, P256Certificate certificate, P256Certificate authority) {
            add(who, "signature", certificate.isSignedBy(authority.publicKey()), authority.subjectText());
            add(who, "issuer", certificate.namesAsIssuer(authority), certificate.issuerText());
            add(who, "authoritykey", certificate.authorityKeyIdentifier().isEmpty()
                    || certificate.authorityKeyIdentifier().equals(authority.subjectKeyIdentifier()),
                    certificate.authorityKeyIdentifier().map(KeyIdentifier::hex).orElse("-"));
            add(who, "subjectkey", certificate.subjectKeyIdentifier()
                    .filter(KeyIdentifier.of(certificate.publicKey())::equals).isPresent(),
                    certificate.subjectKeyIdentifier().map(KeyIdentifier::hex).orElse("-"));
            validity(who, certificate);
        }

        private void validity(String who, P256Certificate certificate) {
            String from = CertificateText.date(certificate.notBefore().instant());
            String until = CertificateText.date(certificate.notAfter().instant());
            boolean reversed = certificate.notAfter().instant().isBefore(certificate.notBefore().instant());
            if (reversed || now.isAfter(certificate.notAfter().instant())) {
                checks.add(Check.of(who + ".validity", false, Messages.text("check.validity.expired", who, until)));
            } else if (now.isBefore(certificate.notBefore().instant())) {
                checks.add(Check.note(who + ".validity", Messages.text("check.validity.early", who, from)));
            } else {
                checks.add(Check.of(who + ".validity", true, Messages.text("check.validity", who, from, until)));
            }
        }

        void authority(String who, P256Certificate certificate) {
            Extensions extensions = certificate.holder().getExtensions();
            BasicConstraints constraints = extensions == null ? null : BasicConstraints.fromExtensions(extensions);
            add(who, "authority", constraints != null && constraints.isCA(), "");
            if (extensions != null && extensions.getExtension(Extension.keyUsage) != null) {
                add(who, "keyusage", KeyUsage.fromExtensions(extensions).hasUsages(KeyUsage.keyCertSign), "");
            }
        }

        void device(P256Certificate certificate) {
            Extensions extensions = certificate.holder().getExtensions();
            BasicConstraints constraints = extensions == null ? null : BasicConstraints.fromExtensions(extensions);
            add("device", "authority", constraints == null || !constraints.isCA(), "");
        }

        private void add(String who, String what, boolean holds, String detail) {
            String key = "check." + what + (what.equals("authority") && who.equals("device") ? ".device" : "")
                    + (holds ? "" : ".fails");
            checks.add(Check.of(who + "." + what, holds, Messages.text(key, who, detail)));
        }
    }
}
