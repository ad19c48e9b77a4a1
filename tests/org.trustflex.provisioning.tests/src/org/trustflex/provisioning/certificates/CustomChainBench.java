package org.trustflex.provisioning.certificates;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.provisioning.Project;

/** A part as delivered, and an empty project, for a custom certificate chain. */
abstract class CustomChainBench {

    static final String SN = PartOnTheBench.SERIAL_NUMBER.hex();

    @TempDir
    Path folder;

    final SecureRandom random = new SecureRandom();
    final PartOnTheBench part = PartOnTheBench.delivered();
    final CertificateSlots delivered = part.slots();
    Project project;

    @BeforeEach
    void makeProject() throws Exception {
        project = Project.openOrCreate(folder.resolve("P"));
    }

    final DeviceChain create(ChainProfile profile, Log log) throws Exception {
        return new CustomChain(project, random, PartOnTheBench.CLOCK).create(profile, part, log);
    }

    final DeviceChain create(Log log) throws Exception {
        return create(ChainProfile.forOrganization("test"), log);
    }

    final DeviceChain read() throws Exception {
        return new ChainReading(project, PartOnTheBench.CLOCK).read(part, new Log());
    }

    final Path file(String name) {
        return project.resourcesFolder().resolve(name);
    }

    final void startAnew() throws Exception {
        for (int slot : CertificateSlots.WRITE_ORDER) {
            part.change(image -> image.withSlotBytes(slot, 0, delivered.slot(slot)));
        }
        try (Stream<Path> all = Files.walk(project.root())) {
            for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
        makeProject();
    }
}
