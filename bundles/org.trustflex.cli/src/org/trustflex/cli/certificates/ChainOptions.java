package org.trustflex.cli.certificates;

import java.util.Optional;

import org.trustflex.certificates.RejectedValue;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.certificates.compressed.SignerId;
import org.trustflex.cli.console.RejectedArgument;

import picocli.CommandLine.Option;

/** What the user can choose of a chain of their own. */
final class ChainOptions {

    @Option(names = "--org", paramLabel = "NAME", descriptionKey = "org")
    private Optional<String> organization = Optional.empty();
    @Option(names = "--root-cn", paramLabel = "NAME", descriptionKey = "root-cn")
    private Optional<String> rootName = Optional.empty();
    @Option(names = "--signer-cn", paramLabel = "NAME", descriptionKey = "signer-cn")
    private Optional<String> signerName = Optional.empty();
    @Option(names = "--device-cn", paramLabel = "PREFIX", descriptionKey = "device-cn")
    private Optional<String> devicePrefix = Optional.empty();
    @Option(names = "--signer-id", paramLabel = "HEX", descriptionKey = "signer-id")
    private Optional<String> signerId = Optional.empty();
    @Option(names = "--root-days", paramLabel = "DAYS", descriptionKey = "root-days")
    private Optional<Integer> rootDays = Optional.empty();
    @Option(names = "--signer-years", paramLabel = "YEARS", descriptionKey = "signer-years")
    private Optional<Integer> signerYears = Optional.empty();
    @Option(names = "--device-years", paramLabel = "YEARS", descriptionKey = "device-years")
    private Optional<Integer> deviceYears = Optional.empty();

    /** What was chosen, all of it checked before anything is done. */
    ChainProfile profile() throws RejectedArgument, RejectedValue {
        ChainProfile profile = ChainProfile
                .forOrganization(organization.orElseThrow(() -> new RejectedArgument(Messages.text("org.missing"))));
        if (rootName.isPresent()) {
            profile = profile.withRootName(rootName.get());
        }
        if (signerName.isPresent()) {
            profile = profile.withSignerName(signerName.get());
        }
        if (devicePrefix.isPresent()) {
            profile = profile.withDevicePrefix(devicePrefix.get());
        }
        if (signerId.isPresent()) {
            profile = profile.withSignerId(SignerId.parse(signerId.get()));
        }
        if (rootDays.isPresent()) {
            profile = profile.withRootDays(rootDays.get());
        }
        if (signerYears.isPresent() || deviceYears.isPresent()) {
            profile = profile.withYears(signerYears.orElse(profile.signerYears()),
                    deviceYears.orElse(profile.deviceYears()));
        }
        return profile;
    }

    /** Makes sure that nothing was chosen which a delivered chain can't follow. */
    void requireNone() throws RejectedArgument {
        boolean chosen = organization.isPresent() || rootName.isPresent() || signerName.isPresent()
                || devicePrefix.isPresent() || signerId.isPresent() || rootDays.isPresent()
                || signerYears.isPresent() || deviceYears.isPresent();
        if (chosen) {
            throw new RejectedArgument(Messages.text("mchp.options"));
        }
    }
}
