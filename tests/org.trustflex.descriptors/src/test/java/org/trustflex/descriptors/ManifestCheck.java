package org.trustflex.descriptors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The manifest names what is there: bundles, a host, packages with classes. */
final class ManifestCheck implements BundleCheck {

    @Override
    public List<String> problems(Bundle bundle, Installation installation) {
        List<String> problems = new ArrayList<>();
        Headers headers = bundle.headers();
        if (!bundle.name().equals(bundle.folder().getFileName().toString())) {
            problems.add("Bundle-SymbolicName " + bundle.name() + " is not the folder's name");
        }
        if (!headers.value("Bundle-RequiredExecutionEnvironment").orElse("").equals("JavaSE-17")) {
            problems.add("Bundle-RequiredExecutionEnvironment is not JavaSE-17");
        }
        for (String header : List.of("Require-Bundle", "Fragment-Host")) {
            headers.names(header).stream().filter(name -> !installation.hasBundle(name))
                    .forEach(name -> problems.add(header + " names " + name + ", which is nowhere"));
        }
        headers.names("Export-Package").stream().filter(name -> !hasClasses(bundle, name))
                .forEach(name -> problems.add("Export-Package names " + name + ", which has no class"));
        return problems;
    }

    private static boolean hasClasses(Bundle bundle, String javaPackage) {
        Path folder = bundle.file("src/" + javaPackage.replace('.', '/'));
        return Files.isDirectory(folder) && Bundle.list(folder).stream().map(file -> file.getFileName().toString())
                .anyMatch(file -> file.endsWith(".java") && !file.equals("package-info.java"));
    }
}
