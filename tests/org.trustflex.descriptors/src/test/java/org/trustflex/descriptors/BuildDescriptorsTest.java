package org.trustflex.descriptors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Feature, class path and modules follow the bundles. */
class BuildDescriptorsTest {

    private static final BuildDescriptors BUILD = new BuildDescriptors(Repository.ROOT,
            new Installation(Repository.targetPlatform(), Repository.allBundles()));

    @Test
    void theFeatureListsOurBundlesAndWhatTheyNeed() {
        assertEquals(List.of(), BUILD.featureProblems());
    }

    @Test
    void theCommandLineRunsOnTheVersionsOfTheTargetPlatform() {
        assertEquals(List.of(), BUILD.classPathProblems());
    }

    @Test
    void whatIsThereIsBuiltTestedAndMeasured() {
        assertEquals(List.of(), BUILD.moduleProblems());
    }
}
