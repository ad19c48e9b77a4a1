package org.trustflex.firmware;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.firmware.build.Toolchain;
import org.trustflex.provisioning.CArray;

/** C code that uses the generated headers as the vendor's example does, compiled by the cross compiler. */
class VendorHeaderTest {

    /** The arrays that the vendor's pub_key_rotate.c names, in the header's order, with their lengths. */
    private static final Map<String, Integer> ARRAYS = new LinkedHashMap<>();

    static {
        ARRAYS.put("validated_nonce", 32);
        ARRAYS.put("validated_signature", 64);
        ARRAYS.put("invalidated_nonce", 32);
        ARRAYS.put("invalidated_signature", 64);
        ARRAYS.put("rotating_digest", 32);
        ARRAYS.put("rotating_signature", 64);
        ARRAYS.put("public_key", 64);
    }

    @TempDir
    private Path folder;

    private byte[] compile(Workbench bench, String header, Map<String, Integer> arrays) throws Exception {
        Toolchain tools = Workbench.toolchain();
        StringBuilder source = new StringBuilder("#include <stdint.h>\n#include \"" + header + "\"\n");
        arrays.forEach((name, length) -> source.append("_Static_assert(sizeof " + name + " == " + length + ", \"\");\n")
                .append("uint8_t *use_" + name + "(void) { return " + name + "; }\n"));
        Path file = Files.writeString(folder.resolve("use.c"), source);
        run(List.of(tools.cross() + "gcc", "-mcpu=cortex-m0plus", "-mthumb", "-std=c99", "-Wall", "-Wextra",
                "-ffreestanding", "-fno-toplevel-reorder", "-I",
                bench.project().resourcesFolder().toString(), "-c", file.toString(), "-o", folder.resolve("use.o")
                        .toString()));
        run(List.of(tools.cross() + "objcopy", "-O", "binary", "-j", ".data", folder.resolve("use.o").toString(),
                folder.resolve("use.bin").toString()));
        return Files.readAllBytes(folder.resolve("use.bin"));
    }

    private static void run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
        assertEquals("", output);
    }

    @Test
    void theRotationsHeaderCompilesUnderTheVendorsNamesAndHoldsWhatWasSigned() throws Exception {
        Workbench bench = Workbench.withFirmware(folder.resolve("bench"));
        bench.rotateFromTheHost();
        bench.authorizeNewKey();
        Map<String, byte[]> written = CArray
                .parse(Files.readString(bench.project().resourcesFolder().resolve("public_key_rotation.h")));
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (String name : ARRAYS.keySet()) {
            expected.writeBytes(written.get(name));
        }
        assertArrayEquals(expected.toByteArray(), compile(bench, "public_key_rotation.h", ARRAYS));
    }

    @Test
    void theSecretsHeadersCompileToTheSecrets() throws Exception {
        Workbench bench = Workbench.withFirmware(folder.resolve("bench"));
        for (int slot : new int[] { 5, 6, 9 }) {
            String name = "slot_" + slot + "_secret_key";
            byte[] written = CArray.parse(Files.readString(bench.project().resourcesFolder().resolve(name + ".h")))
                    .get(name);
            assertArrayEquals(written, compile(bench, name + ".h", Map.of(name, slot == 9 ? 64 : 32)));
        }
    }
}
