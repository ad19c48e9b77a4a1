package org.trustflex.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

/** The house as it was built, against its plan. */
class HouseTest {

    private static final JavaClasses CLASSES = House.classes();

    @TestFactory
    Stream<DynamicTest> everyRoomKnowsItsNeighboursAlone() {
        return Stream.of(Room.values())
                .map(room -> DynamicTest.dynamicTest(room.bundle(), () -> HouseRules.arrows(room).check(CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> theHouseRulesHold() {
        return Stream.of(HouseRules.noCyclesBetweenRooms(), HouseRules.noEclipseInPlainRooms(),
                HouseRules.noDesktopInPlainRooms(), HouseRules.noWindowsInLaunching(),
                HouseRules.onlyBoardsKnowTheMicrocontroller(), HouseRules.lightweightCryptographyInTheSimulator(),
                HouseRules.noGlobalProvider(), HouseRules.noExitButFromTheCommandLine(),
                HouseRules.noPrintedStackTrace(), HouseRules.noPrintingButFromTheCommandLine(),
                HouseRules.noDrawersForOddsAndEnds(), HouseRules.delegatesHoldNoFields(),
                HouseRules.nullMarkedPackages()).map(HouseTest::asTest);
    }

    @Test
    void everyBundleIsInThePlan() {
        for (Path bundle : House.bundles()) {
            assertTrue(Room.ofBundle(bundle.getFileName().toString()).isPresent(),
                    bundle.getFileName() + " is no room of the plan");
        }
    }

    @Test
    void everyManifestRequiresWhatThePlanAllows() {
        for (Path bundle : House.bundles()) {
            Room room = Room.ofBundle(bundle.getFileName().toString()).orElseThrow();
            List<String> strangers = House.requiredBundles(bundle).stream().filter(name -> !room.mayRequire(name))
                    .toList();
            assertEquals(List.of(), strangers, room.bundle() + " requires what the plan does not give it");
        }
    }

    @Test
    void noClassIsTooLongToBeReadInOneGo() {
        List<String> tooLong = House.bundles().stream().flatMap(bundle -> House.sources(bundle).stream())
                .filter(source -> SourceLength.of(source) > SourceLength.LONGEST)
                .map(source -> source.getFileName() + ": " + SourceLength.of(source) + " lines").toList();
        assertEquals(List.of(), tooLong, "classes beyond " + SourceLength.LONGEST + " lines");
    }

    @Test
    void theRoomsWereReadAtAll() {
        assertFalse(CLASSES.isEmpty());
        assertTrue(CLASSES.contain("org.trustflex.atecc.SecureElement"));
    }

    private static DynamicTest asTest(ArchRule rule) {
        return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CLASSES));
    }
}
