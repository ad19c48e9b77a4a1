package org.trustflex.descriptors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every bundle of this repository keeps what its descriptors promise. */
class BundleDescriptorsTest {

    private static final Installation INSTALLATION = new Installation(Repository.targetPlatform(),
            Repository.allBundles());

    @TestFactory
    Stream<DynamicTest> everyDescriptorNamesWhatIsThere() {
        return Repository.allBundles().stream()
                .flatMap(bundle -> BundleCheck.ALL.entrySet().stream()
                        .map(check -> DynamicTest.dynamicTest(bundle.name() + ": " + check.getKey(),
                                () -> assertEquals(List.of(), check.getValue().problems(bundle, INSTALLATION)))));
    }
}
