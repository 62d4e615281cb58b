package dev.sluice.integration;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The arrows of the house: what a package may know.
 *
 * <p>A rule holds for packages that are not there yet, so that it bites with their first class.
 */
@DisplayName("The architecture")
class ArchitectureTest {

    /** Where ports meet adapters, and where time and chance come in. */
    private static final String[] COMPOSITION_ROOTS = {"dev.sluice.handlers.aws..", "dev.sluice.compliance.aws.."};

    /** Where bytes become our types. */
    private static final String[] JSON_BORDERS = {
        "dev.sluice.handlers..",
        "dev.sluice.local..",
        "dev.sluice.console..",
        "dev.sluice.cli..",
        "dev.sluice.benchmarks..",
        "dev.sluice.simulation..",
        "dev.sluice.infra..",
        "dev.sluice.guard..",
        "dev.sluice.compliance..",
    };

    private static final String CLIENTS = "dev.sluice.handlers.aws.Clients";
    private static final String ENVIRONMENT = "dev.sluice.handlers.aws.Environment";
    private static final String UNAVAILABLE = "dev.sluice.handlers.port.Unavailable";

    private static final JavaClasses SLUICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // What the tests of handlers lend to other tests.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.sluice");

    @Test
    @DisplayName("domain can be read with nothing but a JDK")
    void domainKnowsNothing() {
        check(classes()
                .that()
                .resideInAPackage("dev.sluice.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.sluice.domain..", "java..", "org.jspecify.annotations.."));
    }

    @Test
    @DisplayName("blueprint is data: it knows no other module and no library")
    void blueprintKnowsNothing() {
        check(classes()
                .that()
                .resideInAPackage("dev.sluice.blueprint..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.sluice.blueprint..", "java..", "org.jspecify.annotations.."));
    }

    @Test
    @DisplayName("guard knows no other module, and of libraries the one that reads JSON")
    void guardKnowsNothing() {
        check(classes()
                .that()
                .resideInAPackage("dev.sluice.guard..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.sluice.guard..",
                        "java..",
                        "javax.xml.stream..",
                        "com.fasterxml.jackson.core..",
                        "org.jspecify.annotations.."));
    }

    @Test
    @DisplayName("handlers know blueprint and domain")
    void handlersKnowBlueprintAndDomain() {
        check(modulesKnownBy("dev.sluice.handlers..", "dev.sluice.blueprint..", "dev.sluice.domain.."));
    }

    @Test
    @DisplayName("local knows handlers, blueprint and domain")
    void localKnowsHandlers() {
        check(modulesKnownBy(
                "dev.sluice.local..", "dev.sluice.handlers..", "dev.sluice.blueprint..", "dev.sluice.domain.."));
    }

    @Test
    @DisplayName(
            "compliance knows guard, blueprint, and of handlers how functions are made on AWS, and no part of the pipeline")
    void complianceKnowsGuard() {
        check(modulesKnownBy(
                "dev.sluice.compliance..",
                "dev.sluice.guard..",
                "dev.sluice.blueprint..",
                "dev.sluice.handlers.aws..",
                "dev.sluice.handlers.telemetry..",
                "dev.sluice.handlers.codec..",
                "dev.sluice.handlers.port..",
                // What the codec reads JSON into.
                "dev.sluice.domain.submission.."));
        check(noClasses()
                .that()
                .resideInAPackage("dev.sluice.compliance..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.sluice.handlers.aws..", "dev.sluice.handlers.port..")
                        .and(not(resideInAPackage("dev.sluice.handlers.port..").and(name(UNAVAILABLE))))
                        .and(not(name(CLIENTS)))
                        .and(not(name(CLIENTS + "$Limits")))
                        .and(not(name(ENVIRONMENT)))));
        check(classes()
                .that()
                .resideInAPackage("dev.sluice.compliance..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.sluice..",
                        "java..",
                        "org.jspecify.annotations..",
                        "com.amazonaws.services.lambda.runtime..",
                        "com.fasterxml.jackson.core..",
                        "org.slf4j..",
                        "software.amazon.awssdk..",
                        "software.amazon.lambda.."));
    }

    @Test
    @DisplayName("console knows local and what local knows; of the server it knows what local makes of it")
    void consoleKnowsLocal() {
        check(modulesKnownBy(
                "dev.sluice.console..",
                "dev.sluice.local..",
                "dev.sluice.handlers..",
                "dev.sluice.blueprint..",
                "dev.sluice.domain.."));
        check(noClasses()
                .that()
                .resideInAPackage("dev.sluice.console..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.helidon..", "org.sqlite.."));
    }

    @Test
    @DisplayName("cli knows guard, compliance, console, local and what local knows")
    void cliKnowsLocal() {
        check(modulesKnownBy(
                "dev.sluice.cli..",
                "dev.sluice.console..",
                "dev.sluice.compliance..",
                "dev.sluice.guard..",
                "dev.sluice.local..",
                "dev.sluice.handlers..",
                "dev.sluice.blueprint..",
                "dev.sluice.domain.."));
    }

    @Test
    @DisplayName("infra knows blueprint")
    void infraKnowsBlueprint() {
        check(modulesKnownBy("dev.sluice.infra..", "dev.sluice.blueprint.."));
    }

    @Test
    @DisplayName("benchmarks know local and what local knows, and nobody knows benchmarks")
    void benchmarksKnowLocal() {
        check(modulesKnownBy(
                "dev.sluice.benchmarks..",
                "dev.sluice.console..",
                "dev.sluice.local..",
                "dev.sluice.handlers..",
                "dev.sluice.blueprint..",
                "dev.sluice.domain.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.sluice.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.sluice.benchmarks..", "org.openjdk.jmh.."));
    }

    @Test
    @DisplayName(
            "simulation knows local and what local knows, nobody knows simulation, and it has no clock and no dice")
    void simulationKnowsLocal() {
        check(modulesKnownBy(
                "dev.sluice.simulation..",
                "dev.sluice.local..",
                "dev.sluice.handlers..",
                "dev.sluice.blueprint..",
                "dev.sluice.domain.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.sluice.simulation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.sluice.simulation.."));
        check(noClasses()
                .that()
                .resideInAPackage("dev.sluice.simulation.*..")
                .should()
                .accessTargetWhere(readsTheTimeOrRollsTheDice())
                .because("a seed is one run"));
    }

    @Test
    @DisplayName("domain reads nothing but its own reference data")
    void domainDoesNoInputOrOutput() {
        check(noClasses()
                .that(resideInAPackage("dev.sluice.domain..")
                        .and(not(resideInAPackage("dev.sluice.domain.reference.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..")
                .because("the middle is functions; input and output belong to the edge"));
    }

    @Test
    @DisplayName("AWS types are seen in the composition roots and in what asks an account: a preflight, a scan; "
            + "the shape of a Lambda function in handlers, and in what starts it to measure it")
    void awsStaysAtTheBorder() {
        check(noClasses()
                .that(not(resideInAnyPackage(COMPOSITION_ROOTS))
                        .and(not(resideInAnyPackage(
                                "dev.sluice.cli.preflight.aws..",
                                "dev.sluice.cli.scan.aws..",
                                "dev.sluice.compliance.live.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.awssdk..", "software.amazon.lambda.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.sluice.benchmarks.cold..",
                        "dev.sluice.handlers..",
                        "dev.sluice.local..",
                        "dev.sluice.simulation..",
                        "dev.sluice.compliance..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.amazonaws.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.sluice.infra..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.hashicorp..", "software.constructs..", "software.amazon.jsii.."));
    }

    @Test
    @DisplayName("JSON is read and written at the borders")
    void jsonStaysAtTheBorder() {
        check(noClasses()
                .that(not(resideInAnyPackage(JSON_BORDERS)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.."));
        check(noClasses()
                // What infra-cdktf writes are documents, trees as such, and jsii brings the library there anyway.
                .that(resideInAPackage("dev.sluice..").and(not(resideInAPackage("dev.sluice.infra.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.databind..")
                .because("what is read is read field by field; reflection costs start-up and hides the format"));
    }

    @Test
    @DisplayName("SQLite is seen in local alone, and beside it in what measures it or looks into its file")
    void sqlStaysInLocal() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.sluice.local..",
                        "dev.sluice.console..",
                        "dev.sluice.benchmarks..",
                        "dev.sluice.simulation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "io.helidon.."));
    }

    @Test
    @DisplayName("time and chance are arguments")
    void timeAndChanceArePassedIn() {
        check(noClasses()
                .that(resideInAnyPackage(
                                "dev.sluice.domain..",
                                "dev.sluice.blueprint..",
                                "dev.sluice.guard..",
                                "dev.sluice.compliance..",
                                "dev.sluice.handlers..")
                        .and(not(resideInAnyPackage(COMPOSITION_ROOTS))))
                .should()
                .accessTargetWhere(readsTheTimeOrRollsTheDice())
                .because("what decides can then be tested at any time, and run again exactly"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain",
                "blueprint",
                "guard",
                "compliance",
                "handlers",
                "local",
                "console",
                "cli",
                "infra",
                "benchmarks",
                "simulation"
            })
    @DisplayName("the packages of a module know each other in one direction")
    void noCyclesInside(String module) {
        check(slices().matching("dev.sluice." + module + ".(**)").should().beFreeOfCycles());
    }

    @Test
    @DisplayName("a class is named after what it is")
    void namesSaySomething() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.sluice..")
                .should()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .because("such a name says that nobody knew what the class is"));
    }

    private static ArchRule modulesKnownBy(String module, String... known) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.sluice..")
                        .and(not(resideInAPackage(module)))
                        .and(not(resideInAnyPackage(known))))
                .as("classes in " + module + " should know no module but " + String.join(", ", known));
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheTimeOrRollsTheDice() {
        DescribedPredicate<JavaClass> clocks = type(Instant.class)
                .or(type(LocalDate.class))
                .or(type(LocalDateTime.class))
                .or(type(OffsetDateTime.class))
                .or(type(ZonedDateTime.class));
        DescribedPredicate<JavaAccess<?>> now = target(clocks, "now");
        DescribedPredicate<JavaAccess<?>> system =
                target(type(System.class), "currentTimeMillis").or(target(type(System.class), "nanoTime"));
        DescribedPredicate<JavaAccess<?>> ownClock =
                target(type(Clock.class).or(type(InstantSource.class)), "system", "systemUTC", "systemDefaultZone");
        DescribedPredicate<JavaAccess<?>> dice = target(type(UUID.class), "randomUUID")
                .or(target(type(Math.class), "random"))
                .or(target(type(Random.class).or(type(SecureRandom.class)), "<init>"));
        return now.or(system).or(ownClock).or(dice).as("reads the time or rolls the dice");
    }

    private static DescribedPredicate<JavaAccess<?>> target(DescribedPredicate<JavaClass> owner, String... names) {
        DescribedPredicate<JavaAccess<?>> any = DescribedPredicate.alwaysFalse();
        for (String name : names) {
            any = any.or(JavaAccess.Predicates.target(owner(owner)).and(JavaAccess.Predicates.target(name(name))));
        }
        return any;
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(SLUICE);
    }
}
