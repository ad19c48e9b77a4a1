package org.trustflex.ui.projects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.trustflex.launching.ProjectCreation;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.designsuite.DesignSuiteImport;
import org.trustflex.provisioning.designsuite.SuiteFile;

/** What a wizard will write, in lines to read before Finish. */
final class SummaryLines {

    private SummaryLines() {
    }

    static List<String> of(String name, BoardChoice board, Optional<DesignSuiteImport> imported, boolean firmware) {
        List<String> lines = new ArrayList<>();
        lines.add(NLS.bind(Messages.summary_folder, ProjectCreation.folder(name)));
        lines.add("    " + Project.PROJECT_FILE + "\n    .project");
        if (firmware) {
            lines.add("    " + Messages.summary_firmware);
        }
        imported.ifPresent(suite -> addFiles(suite, lines));
        lines.add("");
        if (board instanceof BoardChoice.Simulated simulated) {
            lines.add(NLS.bind(Messages.summary_simulated, simulated.id()));
        } else if (board instanceof BoardChoice.Existing existing) {
            lines.add(NLS.bind(Messages.summary_existing, existing.id()));
        } else {
            lines.add(Messages.summary_later);
        }
        lines.add("");
        lines.add(Messages.summary_device);
        return lines;
    }

    private static void addFiles(DesignSuiteImport suite, List<String> lines) {
        lines.add("");
        lines.add(NLS.bind(Messages.summary_copies, suite.folder()));
        for (SuiteFile file : suite.files()) {
            String line = file.kind().isPrivate() ? NLS.bind(Messages.summary_private, file.name()) : file.name();
            lines.add("    00_resource_generation/" + line);
        }
    }
}
