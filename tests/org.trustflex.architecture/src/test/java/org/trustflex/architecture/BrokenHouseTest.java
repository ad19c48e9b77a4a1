package org.trustflex.architecture;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.atecc.broken.KnowsEclipse;
import org.trustflex.atecc.broken.KnowsTheKit;
import org.trustflex.kit.broken.KnowsTheChip;
import org.trustflex.launching.broken.WindowLaunchDelegate;
import org.trustflex.provisioning.broken.AsksWhichKind;
import org.trustflex.provisioning.broken.BadManners;
import org.trustflex.provisioning.broken.ToolkitManager;
import org.trustflex.simulator.broken.AsksAProvider;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

/** Every rule turns red at a class that was made to break it, and at no other. */
class BrokenHouseTest {

    @TestFactory
    Stream<DynamicTest> eachRuleSeesWhoBreaksIt() {
        return Stream.of(red(HouseRules.arrows(Room.ATECC), KnowsTheKit.class),
                red(HouseRules.noCyclesBetweenRooms(), KnowsTheKit.class, KnowsTheChip.class),
                red(HouseRules.noEclipseInPlainRooms(), KnowsEclipse.class),
                red(HouseRules.noDesktopInPlainRooms(), ToolkitManager.class),
                red(HouseRules.noWindowsInLaunching(), WindowLaunchDelegate.class),
                red(HouseRules.onlyBoardsKnowTheMicrocontroller(), AsksWhichKind.class),
                red(HouseRules.lightweightCryptographyInTheSimulator(), AsksAProvider.class),
                red(HouseRules.noGlobalProvider(), BadManners.class),
                red(HouseRules.noExitButFromTheCommandLine(), BadManners.class),
                red(HouseRules.noPrintedStackTrace(), BadManners.class),
                red(HouseRules.noPrintingButFromTheCommandLine(), BadManners.class),
                red(HouseRules.noDrawersForOddsAndEnds(), ToolkitManager.class),
                red(HouseRules.delegatesHoldNoFields(), WindowLaunchDelegate.class),
                red(HouseRules.nullMarkedPackages(), KnowsTheKit.class));
    }

    @TestFactory
    Stream<DynamicTest> noRuleMindsWhoKeepsIt() {
        return Stream.of(green(HouseRules.arrows(Room.KIT), KnowsTheChip.class),
                green(HouseRules.noCyclesBetweenRooms(), KnowsTheChip.class),
                green(HouseRules.noDesktopInPlainRooms(), BadManners.class),
                green(HouseRules.noExitButFromTheCommandLine(), ToolkitManager.class),
                green(HouseRules.noDrawersForOddsAndEnds(), BadManners.class));
    }

    @Test
    void aManifestIsReadWithItsVersionsAndDirectives() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(new Attributes.Name("Require-Bundle"),
                "org.trustflex.kit;bundle-version=\"[1.0.0,2.0.0)\";visibility:=reexport, picocli");
        assertEquals(List.of("org.trustflex.kit", "picocli"), House.requiredBundles(manifest));
        assertFalse(Room.PROVISIONING.mayRequire("org.trustflex.kit"));
        assertFalse(Room.PROVISIONING.mayRequire("picocli"));
        assertFalse(Room.CLI.mayRequire("org.eclipse.core.runtime"));
        assertTrue(Room.UI.mayRequire("org.eclipse.core.runtime"));
    }

    @Test
    void aBundleOutsideThePlanIsSeen() {
        assertTrue(Room.ofBundle("org.trustflex.annex").isEmpty());
        assertTrue(Room.ofBundle("org.trustflex.kit").isPresent());
    }

    @Test
    void aLongSourceIsSeen(@TempDir Path folder) throws IOException {
        Path source = Files.write(folder.resolve("Long.java"), Collections.nCopies(SourceLength.LONGEST + 1, ""));
        assertTrue(SourceLength.of(source) > SourceLength.LONGEST);
    }

    private static DynamicTest red(ArchRule rule, Class<?>... broken) {
        return DynamicTest.dynamicTest(rule.getDescription(), () -> assertThrows(AssertionError.class,
                () -> rule.check(new ClassFileImporter().importClasses(broken))));
    }

    private static DynamicTest green(ArchRule rule, Class<?>... sound) {
        return DynamicTest.dynamicTest(rule.getDescription(),
                () -> assertDoesNotThrow(() -> rule.check(new ClassFileImporter().importClasses(sound))));
    }
}
