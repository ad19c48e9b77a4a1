package org.trustflex.launching.problems;

import java.util.List;

/** Which files of a project are for their owner alone, by their names. */
public final class SecretNames {

    private static final List<String> ENDINGS = List.of("_ecc_key_pair.pem", "_secret_key.pem", "_secret_key.h", ".key",
            "public_key_rotation.h", "public_key_rotation_device.h");

    private SecretNames() {
    }

    /** Whether a file of this name holds a private key, a secret, or what can be replayed against a device. */
    public static boolean isSecret(String name) {
        return ENDINGS.stream().anyMatch(name::endsWith);
    }
}
