package org.trustflex.provisioning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.google.gson.JsonObject;

/**
 * A TrustFLEX project: a folder whose file names are those of the Trust Platform Design Suite, so that the suite's own
 * firmware projects find what they need.
 *
 * @param root the project's folder
 */
public record Project(Path root) {

    /** The file that makes a folder a project. It holds no secret and may be shared. */
    public static final String PROJECT_FILE = "project.trustflex";

    private static final int FORMAT = 1;
    private static final String RESOURCES = "00_resource_generation";
    private static final String ROTATION = "05_public_key_rotation";
    private static final String IGNORE_FILE = ".gitignore";
    private static final String IGNORED = "*.pem\n*.key\n*_secret_key.h\npublic_key_rotation*.h\n";

    /** Opens a project, or makes one in a folder that has none. */
    public static Project openOrCreate(Path root) throws ProvisioningException {
        Project project = new Project(root);
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new BadFile(root, Messages.text("project.notfolder", root));
        }
        if (!project.file().exists()) {
            JsonObject content = JsonDocument.create(FORMAT);
            content.addProperty("board", "project");
            content.addProperty("profile", "TFLXTLS");
            project.file().writeText(JsonDocument.text(content));
        }
        return open(root);
    }

    /** Opens a project that must be there. */
    public static Project open(Path root) throws ProvisioningException {
        Project project = new Project(root);
        if (!project.file().exists()) {
            throw new BadFile(root, Messages.text("project.missing", root, PROJECT_FILE));
        }
        JsonDocument.read(project.file(), FORMAT);
        return project;
    }

    private DurableFile file() {
        return new DurableFile(root.resolve(PROJECT_FILE), FileAccess.SHARED);
    }

    /** The folder of what the device holds. */
    public Path resourcesFolder() {
        return root.resolve(RESOURCES);
    }

    /** The folder of the key rotation: pending, old, journal. */
    public Path rotationFolder() {
        return root.resolve(ROTATION);
    }

    /** A file in the resources folder that may be shared. */
    public DurableFile sharedResource(String name) {
        return new DurableFile(resourcesFolder().resolve(name), FileAccess.SHARED);
    }

    /** A file in the resources folder that is for its owner alone. */
    public DurableFile privateResource(String name) {
        return new DurableFile(resourcesFolder().resolve(name), FileAccess.PRIVATE);
    }

    /** A file below the rotation folder that is for its owner alone. */
    public DurableFile privateRotationFile(String folder, String name) {
        return new DurableFile(rotationFolder().resolve(folder).resolve(name), FileAccess.PRIVATE);
    }

    /** Keeps version control away from secrets, before the first of them is written. An existing file is left alone. */
    public void protectSecrets() throws BadFile {
        String comment = Messages.text("gitignore") + "\n";
        protect(resourcesFolder(), comment + IGNORED);
        protect(rotationFolder(), comment + IGNORED + "pending/\nold/\njournal/\n");
    }

    /** The files that keep version control away from secrets. */
    public List<Path> ignoreFiles() {
        return Stream.of(resourcesFolder(), rotationFolder()).map(folder -> folder.resolve(IGNORE_FILE)).toList();
    }

    private static void protect(Path folder, String ignored) throws BadFile {
        DurableFile file = new DurableFile(folder.resolve(IGNORE_FILE), FileAccess.SHARED);
        if (!file.exists()) {
            file.writeText(ignored);
        }
    }
}
