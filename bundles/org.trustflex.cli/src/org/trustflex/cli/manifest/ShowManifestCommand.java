package org.trustflex.cli.manifest;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.trustflex.certificates.manifest.MalformedManifest;
import org.trustflex.certificates.manifest.SignedElement;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.JsonOption;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.manifest.ManifestFile;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what a manifest says, without verifying it. */
@Command(name = "show")
public final class ShowManifestCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", descriptionKey = "manifest")
    private Path file = Path.of("");
    @Mixin
    private final JsonOption json = new JsonOption();

    /** The command in these surroundings. */
    public ShowManifestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadFile {
        PrintWriter out = surroundings.out();
        JsonArray list = new JsonArray();
        ManifestFile manifest = new ManifestFile(surroundings.resolve(file));
        for (SignedElement element : manifest.read().elements()) {
            String payload = payload(manifest, element);
            JsonObject object = new JsonObject();
            object.addProperty("uniqueId", element.uniqueId());
            object.add("payload", JsonParser.parseString(payload));
            list.add(object);
            if (!json.wanted()) {
                out.println(Messages.text("show.entry", element.uniqueId()));
                out.println(payload);
            }
        }
        if (json.wanted()) {
            json.print(out, list);
        } else {
            out.println(Messages.text("show.unverified", list.size()));
        }
        return ExitCode.DONE.code();
    }

    private static String payload(ManifestFile manifest, SignedElement element) throws BadFile {
        try {
            return element.decodedPayload();
        } catch (MalformedManifest damaged) {
            throw new BadFile(manifest.path(), Messages.text("show.damaged", manifest.path(), element.uniqueId(),
                    damaged.getMessage()), damaged);
        }
    }
}
