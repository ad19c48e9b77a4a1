package org.trustflex.provisioning.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.definition.BuiltInDefinitions;
import org.trustflex.certificates.definition.SimulatorChain;
import org.trustflex.certificates.manifest.ElementReport;
import org.trustflex.certificates.manifest.ManifestVerifier;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.certificates.CertificateFiles;

/** Verifies anybody's manifest file. Needs no device and no project. */
public final class ManifestVerification {

    private final P256Certificate logSigner;
    private final List<P256Certificate> roots = new ArrayList<>();

    /**
     * @param logSigner the certificate of who signed the manifest, in PEM or DER
     * @param roots     trust anchors beside the manufacturer's and the simulator's, in PEM or DER
     * @throws BadFile if one of them is no certificate
     */
    public ManifestVerification(Path logSigner, List<Path> roots) throws BadFile {
        this.logSigner = CertificateFiles.read(logSigner);
        this.roots.add(BuiltInDefinitions.manufacturerRoot());
        this.roots.add(SimulatorChain.DEFINITION.root());
        for (Path root : roots) {
            this.roots.add(CertificateFiles.read(root));
        }
    }

    /**
     * One report for each entry, in the order of the file.
     *
     * @throws BadFile if it is no manifest
     */
    public List<ElementReport> verify(Path manifest) throws BadFile {
        return new ManifestVerifier(logSigner, roots).verify(new ManifestFile(manifest).read());
    }
}
