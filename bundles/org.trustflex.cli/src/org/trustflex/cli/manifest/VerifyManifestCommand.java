package org.trustflex.cli.manifest;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.trustflex.certificates.manifest.ElementReport;
import org.trustflex.cli.console.Checks;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.JsonOption;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.manifest.ManifestVerification;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says of anybody's manifest what is as it must be and what is not. */
@Command(name = "verify")
public final class VerifyManifestCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", descriptionKey = "manifest")
    private Path file = Path.of("");
    @Option(names = "--ca", paramLabel = "CERT", required = true, descriptionKey = "ca")
    private Path logSigner = Path.of("");
    @Option(names = "--root", paramLabel = "CERT", descriptionKey = "root")
    private List<Path> roots = List.of();
    @Mixin
    private final JsonOption json = new JsonOption();

    /** The command in these surroundings. */
    public VerifyManifestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadFile {
        List<ElementReport> reports = new ManifestVerification(surroundings.resolve(logSigner),
                roots.stream().map(surroundings::resolve).toList()).verify(surroundings.resolve(file));
        if (json.wanted()) {
            JsonArray list = new JsonArray();
            reports.forEach(report -> list.add(json(report)));
            json.print(surroundings.out(), list);
        } else {
            print(reports);
        }
        boolean holds = !reports.isEmpty() && reports.stream().allMatch(ElementReport::holds);
        return (holds ? ExitCode.DONE : ExitCode.BAD_FILE).code();
    }

    private static JsonObject json(ElementReport report) {
        JsonObject object = new JsonObject();
        object.addProperty("uniqueId", report.uniqueId());
        object.addProperty("holds", report.holds());
        object.add("checks", Checks.json(report.checks()));
        return object;
    }

    private void print(List<ElementReport> reports) {
        PrintWriter out = surroundings.out();
        for (ElementReport report : reports) {
            out.println(Messages.text(report.holds() ? "verify.entry.holds" : "verify.entry.fails",
                    report.uniqueId()));
            Checks.print(out, "  ", report.checks());
        }
        long failing = reports.stream().filter(report -> !report.holds()).count();
        if (reports.isEmpty()) {
            out.println(Messages.text("verify.empty"));
        } else {
            out.println(Messages.text(failing == 0 ? "verify.holds" : "verify.fails", reports.size(), failing));
        }
    }
}
