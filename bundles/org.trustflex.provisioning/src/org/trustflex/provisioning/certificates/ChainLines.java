package org.trustflex.provisioning.certificates;

import java.util.List;

import org.trustflex.certificates.Check;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.Steps;

/** The guide's lines about a chain: "Validate root certificate...OK", the certificate in PEM, the certificate as text. */
final class ChainLines {

    private final Steps steps;

    ChainLines(Steps steps) {
        this.steps = steps;
    }

    /**
     * Prints the whole chain, as far as it holds.
     *
     * @throws NotPossible if it does not hold; the message says what does not
     */
    void print(DeviceChain chain) throws NotPossible {
        one("root", chain.report().chain().root(), chain);
        one("signer", chain.report().chain().signer(), chain);
        one("device", chain.report().chain().device(), chain);
        steps.line(Messages.text("chain.leads", chain.serialNumber(), chain.report().chain().root().subjectText(),
                chain.definition().title()));
    }

    private void one(String name, P256Certificate certificate, DeviceChain chain) throws NotPossible {
        List<String> faults = chain.report().of(name).stream().filter(check -> !check.holds()).map(Check::sentence)
                .toList();
        steps.line(Messages.text(faults.isEmpty() ? "validate.ok" : "validate.failed", name));
        if (!faults.isEmpty()) {
            throw new NotPossible(
                    Messages.text("chain.fails", chain.serialNumber(), String.join(". ", faults)));
        }
        steps.line("");
        certificate.pem().lines().forEach(steps::line);
        steps.line("");
        certificate.text().lines().forEach(steps::line);
        steps.line("");
    }
}
