package org.trustflex.provisioning.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.Project;

class RestoreTest {

    private static final String SN = PartOnTheBench.SERIAL_NUMBER.hex();

    @TempDir
    Path folder;

    private final PartOnTheBench part = PartOnTheBench.delivered();
    private final CertificateSlots delivered = part.slots();
    private Project project;

    @BeforeEach
    void makeProject() throws Exception {
        project = Project.openOrCreate(folder);
    }

    private void custom(String organization) throws Exception {
        new CustomChain(project, new SecureRandom(), PartOnTheBench.CLOCK)
                .create(ChainProfile.forOrganization(organization), part, new Log());
    }

    private void restore(Log log) throws Exception {
        new CertificateRestore(project, PartOnTheBench.CLOCK).restore(part, log);
    }

    private DeviceChain deliveredChain(Log log) throws Exception {
        return new DeliveredChain(project, PartOnTheBench.CLOCK).use(part, log);
    }

    private Path backup(String name) {
        return project.resourcesFolder().resolve("certificate_backup").resolve(SN).resolve(name);
    }

    @Test
    void whatWasThereFirstComesBackAfterManyChains() throws Exception {
        custom("first");
        custom("second");
        assertNotEquals(delivered, part.slots());
        Log log = new Log();
        restore(log);
        assertEquals(delivered, part.slots());
        assertTrue(log.has("Restored what slots 10 to 12 of " + SN));
        // The folder is for what the device holds.
        assertFalse(Files.exists(project.resourcesFolder().resolve("device_" + SN + ".crt")));
        assertTrue(new ChainReading(project, PartOnTheBench.CLOCK).read(part, new Log()).definition().simulated());
    }

    @Test
    void withoutABackupNothingIsRestored() {
        NotPossible none = assertThrows(NotPossible.class, () -> restore(new Log()));
        assertTrue(none.getMessage().contains("no backup"), none.getMessage());
        assertEquals(delivered, part.slots());
    }

    @Test
    void aDamagedBackupAndAnothersAreRefused() throws Exception {
        custom("test");
        CertificateSlots custom = part.slots();
        String good = Files.readString(backup("original.json"));
        Files.writeString(backup("original.json"), good.replace(SN, "012300000000000001"));
        assertThrows(BadFile.class, () -> restore(new Log()));
        Files.writeString(backup("original.json"), good.substring(0, good.length() / 2));
        assertThrows(BadFile.class, () -> restore(new Log()));
        assertEquals(custom, part.slots());
    }

    @Test
    void afterAPowerCutAtAnyCommandTheNextRunRestores() throws Exception {
        custom("test");
        CertificateSlots custom = part.slots();
        part.powerFailsBefore(Integer.MAX_VALUE);
        restore(new Log());
        int commands = part.commands();
        for (int cut = 1; cut <= commands; cut++) {
            put(custom);
            part.powerFailsBefore(cut);
            assertThrows(LinkFailed.class, () -> restore(new Log()), "cut before " + cut);
            part.restorePower();
            restore(new Log());
            assertEquals(delivered, part.slots());
        }
    }

    private void put(CertificateSlots slots) {
        for (int slot : CertificateSlots.WRITE_ORDER) {
            part.change(image -> image.withSlotBytes(slot, 0, slots.slot(slot)));
        }
    }

    /** Somebody else's certificates, found between two of ours, are kept beside the original. */
    @Test
    void certificatesFromElsewhereAreKeptToo() throws Exception {
        custom("test");
        byte[] strange = new byte[72];
        Arrays.fill(strange, (byte) 0x33);
        put(CertificateSlots.of(strange, strange, strange));
        custom("test");
        try (Stream<Path> files = Files.list(backup("original.json").getParent())) {
            assertEquals(1, files.filter(path -> path.getFileName().toString().startsWith("found-")).count());
        }
        restore(new Log());
        assertEquals(delivered, part.slots());
    }

    @Test
    void theDeliveredChainIsVerifiedAndItsRootNamed() throws Exception {
        Log log = new Log();
        DeviceChain chain = deliveredChain(log);
        assertTrue(chain.report().holds());
        assertEquals("MCHP Certs processing...", log.lines().get(0));
        assertTrue(log.has("Validate device certificate...OK"));
        assertTrue(log.has("leads to the root O=TrustFLEX Simulator, CN=TrustFLEX Simulator Root CA"));
        assertTrue(log.has("MCHP Certificate processing completed successfully"));
        assertFalse(log.has("Restoring"));
    }

    @Test
    void theDeliveredChainComesBackFromTheBackup() throws Exception {
        custom("test");
        Log log = new Log();
        deliveredChain(log);
        assertEquals(delivered, part.slots());
        assertTrue(log.lines().contains("Restoring MCHP device and signer certificates - Success"));
    }

    @Test
    void withoutItsChainAndABackupThePartHasNoneToUse() throws Exception {
        byte[] strange = new byte[72];
        put(CertificateSlots.of(strange, strange, strange));
        NotPossible lost = assertThrows(NotPossible.class, () -> deliveredChain(new Log()));
        assertTrue(lost.getMessage().contains("backup"), lost.getMessage());
    }

    @Test
    void anUnknownOtpCodeIsNamed() throws Exception {
        part.change(image -> image.withOtpBytes(0, "whatever".getBytes()));
        NotPossible unknown = assertThrows(NotPossible.class, () -> deliveredChain(new Log()));
        assertTrue(unknown.getMessage().contains("\"whatever\""), unknown.getMessage());
        NotPossible none = assertThrows(NotPossible.class,
                () -> new ChainReading(project, PartOnTheBench.CLOCK).read(part, new Log()));
        assertTrue(none.getMessage().contains("\"whatever\""), none.getMessage());
        // The project's own chain needs no code.
        custom("test");
        assertTrue(new ChainReading(project, PartOnTheBench.CLOCK).read(part, new Log()).report().holds());
    }

    /** A part with the manufacturer's code but the simulator's certificates is not taken for a real one. */
    @Test
    void theManufacturersCodeAloneMakesNoManufacturersChain() throws Exception {
        part.change(image -> image.withOtpBytes(0, "wdNxAjae".getBytes()));
        assertThrows(NotPossible.class, () -> deliveredChain(new Log()));
    }
}
