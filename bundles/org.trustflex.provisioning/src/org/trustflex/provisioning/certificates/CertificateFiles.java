package org.trustflex.provisioning.certificates;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.certificates.CertificateRequest;
import org.trustflex.certificates.KeyIdentifier;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.compressed.SignerId;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.FileAccess;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.OldKeys;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.Steps;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;

/** The certificate files of a project, named as the Trust Platform Design Suite names them. */
public final class CertificateFiles {

    /** The root's private key. */
    public static final String ROOT_KEY = "root_key.key";
    /** The root's certificate. */
    public static final String ROOT = "root_crt.crt";
    /** The root's public key. */
    public static final String ROOT_PUBLIC_KEY = "root_pub_key.pem";
    /** The certificate of no device, which shows firmware the form of all. */
    public static final String DEVICE_TEMPLATE = "device_template.crt";
    /** Where the cloud use cases find the device's name. */
    public static final String KIT_INFO = "kit-info.json";

    private final Project project;

    /** The files of a project. */
    public CertificateFiles(Project project) {
        this.project = project;
    }

    /** The file name of a signer's private key. */
    public static String signerKey(SignerId id) {
        return "signer_" + id + ".key";
    }

    /** The file name of a signer's request. */
    public static String signerRequest(SignerId id) {
        return "signer_" + id + ".csr";
    }

    /** The file name of a signer's certificate. */
    public static String signer(SignerId id) {
        return "signer_" + id + ".crt";
    }

    /** The file name of a device's certificate. */
    public static String device(SerialNumber serialNumber) {
        return "device_" + serialNumber + ".crt";
    }

    /** A certificate, if its file is there. */
    public Optional<P256Certificate> certificate(String name) throws BadFile {
        DurableFile file = project.sharedResource(name);
        if (!file.exists()) {
            return Optional.empty();
        }
        try {
            return Optional.of(P256Certificate.fromPem(file.readText()));
        } catch (MalformedCertificate damaged) {
            throw new BadFile(file.path(), Messages.text("file.certificate", file.path(), damaged.getMessage()),
                    damaged);
        }
    }

    /**
     * Reads anybody's certificate file.
     *
     * @param path a certificate in PEM or DER
     * @throws BadFile if it is missing or no certificate
     */
    public static P256Certificate read(Path path) throws BadFile {
        try {
            return P256Certificate.read(new DurableFile(path, FileAccess.SHARED).read());
        } catch (MalformedCertificate damaged) {
            throw new BadFile(path, Messages.text("file.nocertificate", path, damaged.getMessage()), damaged);
        }
    }

    Optional<CertificateRequest> request(String name) throws BadFile {
        DurableFile file = project.sharedResource(name);
        if (!file.exists()) {
            return Optional.empty();
        }
        try {
            return Optional.of(CertificateRequest.fromPem(file.readText()));
        } catch (MalformedCertificate damaged) {
            throw new BadFile(file.path(), Messages.text("file.certificate", file.path(), damaged.getMessage()),
                    damaged);
        }
    }

    boolean hasKey(String name) {
        return project.privateResource(name).exists();
    }

    /** A private key, made and saved now if its file is not there. */
    public P256KeyPair keyPair(String name, SecureRandom random) throws BadFile {
        DurableFile file = project.privateResource(name);
        if (!file.exists()) {
            project.protectSecrets();
            file.writeText(P256KeyPair.generate(random).toPem());
        }
        return KeyFile.readKeyPair(file);
    }

    /** Writes a text that may be shared. Another text that the file held is kept aside, and the log says so. */
    public void write(String name, String text, Steps steps) throws BadFile {
        DurableFile file = project.sharedResource(name);
        if (file.exists()) {
            if (file.readText().equals(text)) {
                return;
            }
            keepAside(file, steps);
        }
        file.writeText(text);
    }

    /** Puts a file aside that is not true any more. */
    void remove(String name, Steps steps) throws BadFile {
        DurableFile file = project.sharedResource(name);
        if (file.exists()) {
            keepAside(file, steps);
            file.delete();
        }
    }

    private void keepAside(DurableFile file, Steps steps) throws BadFile {
        new OldKeys(project).keep(file);
        steps.line(Messages.text("file.aside", file.path().getFileName(),
                project.rotationFolder().getFileName() + "/old"));
    }

    /** Puts the device's name into the file that the cloud use cases read; what else is in it stays. */
    void writeKitInfo(KeyIdentifier thing) throws BadFile {
        DurableFile file = project.sharedResource(KIT_INFO);
        Map<String, JsonElement> members = new TreeMap<>();
        if (file.exists() && !file.readText().isBlank()) {
            members.putAll(readObject(file).asMap());
        }
        JsonObject sorted = new JsonObject();
        members.put("thing_name", new com.google.gson.JsonPrimitive(thing.hex()));
        members.forEach(sorted::add);
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            writer.setIndent("    ");
            new Gson().toJson(sorted, writer);
        } catch (IOException impossible) {
            throw new IllegalStateException("A string writer does not fail", impossible);
        }
        file.writeText(text.toString());
    }

    private static JsonObject readObject(DurableFile file) throws BadFile {
        try {
            JsonElement content = JsonParser.parseString(file.readText());
            if (content.isJsonObject()) {
                return content.getAsJsonObject();
            }
        } catch (JsonParseException damaged) {
            throw new BadFile(file.path(), Messages.text("kitinfo.damaged", file.path()), damaged);
        }
        throw new BadFile(file.path(), Messages.text("kitinfo.damaged", file.path()));
    }

    Project project() {
        return project;
    }
}
