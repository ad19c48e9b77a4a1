package org.trustflex.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.Arrays;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What holds in every room. A rule about a room that is not built yet has nothing to say. */
final class HouseRules {

    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

    private HouseRules() {
    }

    /** No arrow but those of the plan. */
    static ArchRule arrows(Room room) {
        return classes().that().resideInAPackage(room.packages()).should().onlyDependOnClassesThat()
                .resideInAnyPackage(room.allowedPackages().toArray(String[]::new)).allowEmptyShould(true)
                .because("the plan gives " + room.bundle() + " no other neighbours");
    }

    static ArchRule noCyclesBetweenRooms() {
        return slices().matching("org.trustflex.(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    static ArchRule noEclipseInPlainRooms() {
        return noClasses().that(inPlainRooms()).should().dependOnClassesThat().resideInAPackage("org.eclipse..")
                .allowEmptyShould(true).because("the command line runs without Equinox");
    }

    static ArchRule noDesktopInPlainRooms() {
        return noClasses().that(inPlainRooms()).should().dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "java.beans..", "javax.swing..", "javax.imageio..", "javax.print..")
                .allowEmptyShould(true).because("a CI machine has no desktop");
    }

    static ArchRule noWindowsInLaunching() {
        return noClasses().that().resideInAPackage(Room.LAUNCHING.packages()).should().dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.swt..", "org.eclipse.jface..", "org.eclipse.ui..")
                .allowEmptyShould(true).because("a launch asks through IStatusHandler and runs headless as well");
    }

    static ArchRule onlyBoardsKnowTheMicrocontroller() {
        return noClasses().that(inTheHouse())
                .and(not(resideInAnyPackage(Room.SAMD21.packages(), Room.BOARD.packages()))).should()
                .dependOnClassesThat().resideInAPackage(Room.SAMD21.packages()).allowEmptyShould(true)
                .because("nothing above a board asks whether it is simulated");
    }

    static ArchRule lightweightCryptographyInTheSimulator() {
        return noClasses().that().resideInAPackage(Room.SIMULATOR.packages()).should().dependOnClassesThat()
                .resideInAnyPackage("org.bouncycastle.jce..", "org.bouncycastle.jcajce..").allowEmptyShould(true)
                .because("the simulated chip computes by itself and asks no security provider");
    }

    static ArchRule noGlobalProvider() {
        return noClasses().that(inTheHouse()).should()
                .callMethodWhere(calls("java.security.Security", "addProvider", "insertProviderAt"))
                .allowEmptyShould(true).because("the IDE's other plug-ins keep the providers that they have");
    }

    static ArchRule noExitButFromTheCommandLine() {
        return noClasses().that(inTheHouse()).and(not(are(entryPointOfTheCommandLine())))
                .and(not(resideInAPackage("org.trustflex.launching.headless.."))).should()
                .callMethodWhere(calls("java.lang.System", "exit")
                        .or(calls("java.lang.Runtime", "exit", "halt")))
                .allowEmptyShould(true).because("whoever calls us decides when the program ends");
    }

    static ArchRule noPrintedStackTrace() {
        return noClasses().that(inTheHouse()).should()
                .callMethodWhere(
                        new DescribedPredicate<JavaMethodCall>("printStackTrace is called without saying where to") {

                            @Override
                            public boolean test(JavaMethodCall call) {
                                return call.getTarget().getName().equals("printStackTrace")
                                        && call.getTarget().getRawParameterTypes().isEmpty();
                            }
                        })
                .allowEmptyShould(true)
                .because("a user's mistake shows no stack trace, and ours belongs into the log");
    }

    static ArchRule noPrintingButFromTheCommandLine() {
        return noClasses().that(inTheHouse()).and(not(resideInAPackage(Room.CLI.packages())))
                .and(not(resideInAPackage("org.trustflex.launching.headless.."))).should()
                .accessFieldWhere(new DescribedPredicate<JavaAccess<?>>("System.out or System.err is used") {

                    @Override
                    public boolean test(JavaAccess<?> access) {
                        return access.getTargetOwner().isEquivalentTo(System.class)
                                && access.getTarget().getName().matches("out|err");
                    }
                }).allowEmptyShould(true)
                .because("only the command line and the headless application know that there is a terminal");
    }

    static ArchRule noDrawersForOddsAndEnds() {
        return noClasses().that(inTheHouse()).should().haveSimpleNameEndingWith("Utils").orShould()
                .haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Helper").orShould()
                .haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Impl")
                .allowEmptyShould(true).because("a class is named after what it is");
    }

    static ArchRule delegatesHoldNoFields() {
        return fields().that().areDeclaredInClassesThat(
                resideInAPackage(Room.LAUNCHING.packages()).and(simpleNameEndingWith("LaunchDelegate"))).should()
                .beStatic().allowEmptyShould(true).because("one delegate serves several launches at once");
    }

    static ArchRule nullMarkedPackages() {
        return classes().that(inTheHouse()).should(new ArchCondition<JavaClass>("be in a @NullMarked package") {

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NULL_MARKED)) {
                    events.add(SimpleConditionEvent.violated(type,
                            type.getPackageName() + " has no package-info.java with @NullMarked"));
                }
            }
        }).allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> inTheHouse() {
        return resideInAnyPackage(Arrays.stream(Room.values()).map(Room::packages).toArray(String[]::new))
                .as("are in a room");
    }

    private static DescribedPredicate<JavaClass> inPlainRooms() {
        return resideInAnyPackage(Arrays.stream(Room.values()).filter(Room::isPlainJava).map(Room::packages)
                .toArray(String[]::new)).as("are in a plain-Java room");
    }

    private static DescribedPredicate<JavaClass> entryPointOfTheCommandLine() {
        return resideInAPackage(Room.CLI.packages()).and(new DescribedPredicate<JavaClass>("have a main method") {

            @Override
            public boolean test(JavaClass type) {
                return type.tryGetMethod("main", String[].class).isPresent();
            }
        });
    }

    private static DescribedPredicate<JavaMethodCall> calls(String owner, String... names) {
        return new DescribedPredicate<>(owner + " is asked to " + String.join(" or ", names)) {

            @Override
            public boolean test(JavaMethodCall call) {
                return call.getTargetOwner().getName().equals(owner)
                        && Arrays.asList(names).contains(call.getTarget().getName());
            }
        };
    }
}
