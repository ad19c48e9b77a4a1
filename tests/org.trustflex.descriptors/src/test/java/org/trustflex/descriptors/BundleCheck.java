package org.trustflex.descriptors;

import java.util.List;
import java.util.Map;

/** Looks at one bundle within an installation and says what is wrong, one sentence each; empty if all is well. */
@FunctionalInterface
interface BundleCheck {

    /** All checks by what they find. */
    Map<String, BundleCheck> ALL = Map.of("manifest", new ManifestCheck(), "texts", new TextsCheck(), "shipped files",
            new BuildPropertiesCheck(), "extension points", new ExtensionPointsCheck(), "classes", new ClassesCheck(),
            "named files", new NamedFilesCheck(), "identifiers", new IdsCheck(), "expressions", new ExpressionsCheck(),
            "messages", new MessagesCheck(), "words of the command line", new CommandLineWords());

    List<String> problems(Bundle bundle, Installation installation);
}
