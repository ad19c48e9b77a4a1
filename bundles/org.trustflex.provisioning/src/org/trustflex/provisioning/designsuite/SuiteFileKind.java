package org.trustflex.provisioning.designsuite;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trustflex.certificates.CertificateRequest;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.keys.P256PublicKey;
import org.trustflex.certificates.keys.UnusableKeyException;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.FileAccess;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.manifest.ManifestFile;

/** The kinds of files in the Design Suite's folder of resources, known by their names. */
public enum SuiteFileKind {
    /** A P-256 key pair that belongs to a slot. */
    KEY_PAIR("slot_\\d{1,2}_ecc_key_pair\\.pem", FileAccess.PRIVATE) {
        @Override
        void require(DurableFile file) throws BadFile {
            KeyFile.readKeyPair(file);
        }
    },
    /** A secret that belongs to a slot. */
    SECRET("slot_(\\d{1,2})_secret_key\\.pem", FileAccess.PRIVATE) {
        @Override
        void require(DurableFile file) throws BadFile {
            Matcher name = match(file);
            int slot = name.matches() ? Integer.parseInt(name.group(1)) : 0;
            Arrays.fill(KeyFile.readSecret(file, KeyFile.secretLength(slot)), (byte) 0);
        }
    },
    /** A secret as a C array, or what firmware needs for a rotation; only a compiler reads it. */
    SECRET_HEADER("slot_\\d{1,2}_secret_key\\.h|public_key_rotation\\.h", FileAccess.PRIVATE),
    /** The private key of a root, a signer, or who signs manifests. */
    AUTHORITY_KEY(".+\\.key", FileAccess.PRIVATE) {
        @Override
        void require(DurableFile file) throws BadFile {
            KeyFile.readKeyPair(file);
        }
    },
    /** A certificate; one in DER becomes PEM, which everything else reads. */
    CERTIFICATE(".+\\.crt", FileAccess.SHARED) {
        @Override
        byte[] content(DurableFile file) throws BadFile {
            try {
                byte[] found = file.read();
                P256Certificate certificate = P256Certificate.read(found);
                return found[0] == DER_SEQUENCE ? certificate.pem().getBytes(StandardCharsets.UTF_8) : found;
            } catch (MalformedCertificate damaged) {
                throw bad("file.certificate", file, damaged);
            }
        }
    },
    /** A request for a certificate. */
    REQUEST(".+\\.csr", FileAccess.SHARED) {
        @Override
        void require(DurableFile file) throws BadFile {
            try {
                CertificateRequest.fromPem(file.readText());
            } catch (MalformedCertificate damaged) {
                throw bad("file.request", file, damaged);
            }
        }
    },
    /** A public key on its own. */
    PUBLIC_KEY(".+_pub_key\\.pem", FileAccess.SHARED) {
        @Override
        void require(DurableFile file) throws BadFile {
            try {
                P256PublicKey.fromPem(file.readText());
            } catch (UnusableKeyException damaged) {
                throw bad("file.publickey", file, damaged);
            }
        }
    },
    /** The manifest. */
    MANIFEST(Pattern.quote(ManifestFile.NAME), FileAccess.SHARED) {
        @Override
        byte[] content(DurableFile file) throws BadFile {
            return new ManifestFile(file.path()).read().text().getBytes(StandardCharsets.UTF_8);
        }
    },
    /** What the cloud use cases read. */
    KIT_INFO("kit-info\\.json", FileAccess.SHARED);

    private static final int DER_SEQUENCE = 0x30;

    private final Pattern names;
    private final FileAccess access;

    SuiteFileKind(String names, FileAccess access) {
        this.names = Pattern.compile(names);
        this.access = access;
    }

    /** The kind of a file, if it is one that a project uses. */
    static Optional<SuiteFileKind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.names.matcher(name).matches()).findFirst();
    }

    /** Whether only the owner may read such a file. */
    public boolean isPrivate() {
        return access == FileAccess.PRIVATE;
    }

    FileAccess access() {
        return access;
    }

    Matcher match(DurableFile file) {
        return names.matcher(String.valueOf(file.path().getFileName()));
    }

    /**
     * What a project keeps of the file.
     *
     * @throws BadFile with a sentence if the file is not what its name says
     */
    byte[] content(DurableFile file) throws BadFile {
        require(file);
        return file.read();
    }

    /**
     * Makes sure that the file is what its name says.
     *
     * @throws BadFile with a sentence if it is not
     */
    void require(DurableFile file) throws BadFile {
        file.read();
    }

    private static BadFile bad(String key, DurableFile file, Exception damaged) {
        return new BadFile(file.path(), Messages.text(key, file.path(), damaged.getMessage()), damaged);
    }
}
