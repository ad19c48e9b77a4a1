package org.trustflex.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer follows the TrustFLEX guide from the shell, line by line, and reads what the guide says. */
class GuideTest {

    private static final List<String> ROTATION = List.of("Generated new rotating public key pair",
            "Signing the rotating key digest with the Authority Private Key",
            "Rotating Public Key is written to device",
            "Rotating Public Key is validated with authority signed signature",
            "Signing with the Rotating Private Key", "Verified the Rotating Public key");

    @TempDir
    Path folder;

    @Test
    void theWholeGuide() throws Exception {
        Shell shell = new Shell(folder);
        String serial = shell.type("simulator create demo").is(0).out()
                .replaceFirst("(?s)Created sim:demo: ATECC608B-TFLXTLS, serial number (\\w+)\n", "$1");
        assertTrue(serial.matches("0123[0-9A-F]{12}01"), serial);

        assertEquals(List.of("Slot 0 is a private key slot, no action required",
                "Slot 1 is a private key slot, no action required",
                "Slot 2 is a private key slot, no action required",
                "Slot 3 is a private key slot, no action required",
                "Slot 4 is a private key slot, no action required",
                "Slot 6 is a secret key, created slot_6_secret_key.pem and programmed",
                "NOTE: While writing symmetric key into secure element it has to be encrypted with IO protection key. "
                        + "So here, Slot 6 (IO protection key) is written before slot 5 (Symmetric key)",
                "Slot 5 is a secret key, created slot_5_secret_key.pem and programmed",
                "Slot 7 is a secureboot digest slot, slot can only be written through secureboot command",
                "Slot 8 is a general purpose slot of size 416 bytes, no action required",
                "Slot 9 is a secret key, created slot_9_secret_key.pem and programmed",
                "Slot 10 is a certificate slot, no action required now, will be updated as part of Generate Certificates",
                "Slot 11 is a certificate slot, no action required now, will be updated as part of Generate Certificates",
                "Slot 12 is a certificate slot, no action required now, will be updated as part of Generate Certificates",
                "Slot 13 is a public key slot, created slot_13_ecc_key_pair.pem and programmed",
                "Slot 14 is a public key slot, created slot_14_ecc_key_pair.pem and programmed",
                "Slot 15 is a public key slot, created slot_15_ecc_key_pair.pem and programmed",
                "Key generation - Success"),
                said(shell.type("resources --board sim:demo --project P").is(0)));

        List<String> chain = said(shell
                .type("certificates create --type custom --org \"Acme Devices\" --board sim:demo --project P").is(0));
        assertEquals("Custom Certs processing...", chain.get(0));
        assertEquals(List.of("Building new root certificate", "Building new signer csr certificate",
                "Building new signer certificate", "Read device serial number...OK (SN: " + serial + ")"),
                chain.subList(2, 6));
        assertTrue(chain.get(6).matches("Read device public key from slot 0...OK \\(Public Key: [0-9A-F]{128}\\)"));
        assertEquals(List.of("Generating device certificate...OK (saved to device_" + serial + ".crt)",
                "Saving signer certificate to device...OK", "Saving device certificate to device...OK"),
                chain.subList(7, 10));
        assertTrue(chain.get(10).matches("Thing ID [0-9a-f]{40}"), chain.get(10));
        assertEquals("Custom certificate generation and provisioning - SUCCESS", chain.get(11));
        assertTrue(chain.containsAll(List.of("Validate root certificate...OK", "Validate signer certificate...OK",
                "Validate device certificate...OK")));

        assertEquals("Generating manifest data...OK (saved to TFLXTLS_devices_manifest.json)\n",
                shell.type("manifest create --board sim:demo --project P").is(0).out());
        assertEquals(ROTATION, said(shell.type("rotate --board sim:demo --project P").is(0)));
        assertTrue(Files.exists(shell.resource("TFLXTLS_devices_manifest.json")));
    }

    /** Empty lines are for the eye. */
    private static List<String> said(Shell.Answer answer) {
        return answer.lines().stream().filter(line -> !line.isEmpty()).toList();
    }

    @Test
    void theFourButtonsOneByOne() {
        Shell shell = new Shell(folder);
        shell.type("simulator create demo").is(0);
        shell.type("resources --board sim:demo --project P").is(0);
        String before = slot14(shell);
        assertEquals(ROTATION.subList(0, 1), shell.type("rotate --step generate --project P").is(0).lines());
        assertEquals(ROTATION.subList(1, 2), shell.type("rotate --step authorize --project P").is(0).lines());
        assertEquals(before, slot14(shell));
        assertEquals(ROTATION.subList(2, 4), shell.type("rotate --step update --project P").is(0).lines());
        assertEquals(ROTATION.subList(4, 6), shell.type("rotate --step verify --project P").is(0).lines());
        assertFalse(before.equals(slot14(shell)));
    }

    private static String slot14(Shell shell) {
        return shell.type("slots --board sim:demo --json").is(0).json().getAsJsonArray().get(14).toString();
    }

    @Test
    void inTheFolderOfAProjectItNeedNotBeNamed() {
        Shell shell = new Shell(folder);
        shell.type("simulator create demo").is(0);
        shell.type("resources --project P").is(0);
        shell.in("P").type("rotate").is(0);
        assertTrue(shell.type("rotate").is(2).err().contains("--project FOLDER"));
    }

    @Test
    void stepsAreNamedWhereThatIsWanted() {
        Shell shell = new Shell(folder);
        shell.type("simulator create demo").is(0);
        assertTrue(shell.type("resources --project P -v").is(0).err().contains("] Slot 14\n"));
        assertEquals("", shell.type("resources --project P").is(0).err());
    }
}
