package org.trustflex.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustflex.atecc.SecureElement;

/** Certificates from the shell. */
class CertificatesTest {

    private static final String CREATE = "certificates create --type custom --board sim:demo --project P ";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aBoard() {
        shell = new Shell(folder);
        shell.type("simulator create demo").is(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            --org ""                              | organisation name is empty
            --org "0123456789012345678901234"     | has 25 bytes
            --org "ÄÖÜÄÖÜÄÖÜÄÖÜÄ"                 | has 26 bytes
            --org " Acme"                         | begins or ends with a blank
            --org Acme --root-cn ""               | common name is empty
            --org Acme --signer-cn "Signer "      | begins or ends with a blank
            --org Acme --signer-id 12             | is no signer id
            --org Acme --device-cn " sn"          | begins or ends with a blank
            --org Acme --root-days -1             | -1 days
            --org Acme --signer-years 128         | 128 years
            --org Acme --device-years -1          | -1 years
            """)
    void aRejectedNameSaysWhyAndNothingIsWritten(String options, String why) {
        Shell.Answer answer = shell.type(CREATE + options).is(2);
        assertTrue(answer.err().contains(why), answer.err());
        assertEquals("", answer.out());
        assertFalse(Files.exists(shell.file("P")));
    }

    @Test
    void namesAndValiditiesCanBeChosen() {
        shell.type(CREATE + "--org 012345678901234567890123 --root-cn Root --signer-cn Signer --signer-id 00aB"
                + " --device-cn dev- --root-days 0 --signer-years 40 --device-years 0").is(0);
        String shown = shell.type("certificates show --project P").is(0).out();
        assertTrue(shown.contains("O=012345678901234567890123, CN=Signer 00AB"), shown);
        assertTrue(shown.contains("CN=dev-0123"), shown);
        assertTrue(shown.contains("until 9999-12-31T23:59:59Z"), shown);
    }

    @Test
    void opensslVerifiesWhatIsShown() throws Exception {
        shell.type(CREATE + "--org \"Acme Devices\"").is(0);
        String pem = shell.type("certificates show --pem --board sim:demo --project P").is(0).out();
        String[] certificates = pem.split("(?<=-----END CERTIFICATE-----\n)");
        assertEquals(3, certificates.length, "device first, then signer, root");
        Files.writeString(shell.file("device.pem"), certificates[0]);
        Files.writeString(shell.file("signer.pem"), certificates[1]);
        Files.writeString(shell.file("root.pem"), certificates[2]);

        assertTrue(openssl("verify", "-CAfile", "root.pem", "-untrusted", "signer.pem", "device.pem")
                .contains("device.pem: OK"));
        String subject = openssl("x509", "-in", "device.pem", "-noout", "-subject");
        assertTrue(subject.contains("Acme Devices") && subject.contains("sn0123"), subject);
    }

    private String openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Path output = shell.file("openssl.txt");
        try {
            Process process = new ProcessBuilder(command).directory(shell.file("").toFile())
                    .redirectErrorStream(true).redirectOutput(output.toFile()).start();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS), "openssl ends");
        } catch (IOException missing) {
            assumeTrue(false, "openssl is not installed: " + missing.getMessage());
        }
        return Files.readString(output);
    }

    @Test
    void theFormsShowTheSameChain() {
        shell.type(CREATE + "--org Acme").is(0);
        assertTrue(shell.type("certificates show --text --project P").is(0).out().startsWith("Certificate:\n"));
        String compressed = shell.type("certificates show --compressed --project P").is(0).out();
        assertTrue(compressed.contains("Slot 10: Device compressed certificate\n"), compressed);
        assertTrue(compressed.contains("\n  signer id FFFF, template 2, chain 0, serial number by "), compressed);
    }

    @Test
    void verifySaysWhatDoesNotHold() throws Exception {
        shell.type(CREATE + "--org Acme").is(0);
        String good = shell.type("certificates verify --project P").is(0).out();
        assertTrue(good.contains("OK     The device certificate is signed by O=Acme"), good);

        byte[] block;
        try (SecureElement element = shell.boards().select("sim:demo").element().open()) {
            block = java.util.Arrays.copyOf(element.readSlot(10), 32);
            block[5] ^= 1;
            element.writeBlock(10, 0, block);
        }
        String bad = shell.type("certificates verify --project P").is(3).out();
        assertTrue(bad.contains("FAILS  The device certificate is not signed by the key of O=Acme"), bad);
        assertTrue(bad.contains("OK     The signer certificate is signed by"), bad);
        assertTrue(shell.type("certificates show --project P").is(0).err().contains("certificates verify"));

        shell.type(CREATE + "--org Acme").is(0);
        shell.type("certificates verify --project P").is(0);
    }

    @Test
    void restoreAndMchpBringTheDeliveredChainBack() {
        String delivered = "leads to the root O=TrustFLEX Simulator";
        shell.type("certificates create --type mchp --project P").is(0);
        assertTrue(shell.type("certificates restore --project P").is(3).err().contains("no backup"));
        shell.type(CREATE + "--org Acme").is(0);
        shell.type("certificates restore --project P").is(0);
        assertTrue(shell.type("certificates verify --project P").is(0).out().contains(delivered));
        shell.type(CREATE + "--org Acme").is(0);
        assertTrue(shell.type("certificates create --type mchp --project P").is(0).out().contains(delivered));
    }

    @Test
    void aProductionPartKeepsItsCertificatesForEver() {
        shell.type("simulator create production --profile production").is(0);
        Shell.Answer answer = shell.type("certificates create --type custom --org Acme --board sim:production"
                + " --project Q").is(3);
        assertTrue(answer.err().contains("production parts keep their certificates"), answer.err());
    }
}
