package dev.sluice.integration.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Resource;
import dev.sluice.blueprint.Use;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the archives hold, and what they must not hold. */
class ArchivesTest {

    /** The version of class files that Lambda's java21 runtime reads at most. */
    private static final int JAVA_21 = 65;

    private static final String SERVICES = "software.amazon.awssdk.services.";

    /** Half as much again as was measured, in bytes: what grows beyond that is to be looked at. */
    private static final Map<String, Long> LARGEST = Map.of(
            "validator", 2_700_000L,
            "processor", 3_400_000L,
            "enricher", 3_500_000L,
            "notifier", 3_200_000L,
            "query", 3_300_000L,
            "scanner", 11_700_000L,
            "remediator", 7_200_000L);

    /** Whose configuration the scanner reads; of some of them it uses things of its own as well. */
    private static final Set<String> INSPECTED = Set.of(
            "apigateway",
            "cloudwatch",
            "cloudwatchlogs",
            "config",
            "dynamodb",
            "eventbridge",
            "iam",
            "kms",
            "lambda",
            "resourcegroupstaggingapi",
            "s3",
            "secretsmanager",
            "sns",
            "sqs");

    /** Where the remediator puts something right. */
    private static final Set<String> REPAIRED = Set.of("cloudwatchlogs", "dynamodb", "lambda", "s3", "sns", "sqs");

    /** What the rules go by, and what a report looks like. */
    private static final List<String> OF_THE_WATCH = List.of("dev/sluice/guard/", "dev/sluice/compliance/");

    static Stream<Function> functions() {
        return Stream.of(Pipeline.BLUEPRINT, Compliance.BLUEPRINT).flatMap(b -> b.functions().stream());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void anArchiveIsOneJarWithTheFunctionsEntry(Function function) {
        var archive = Archive.of(function);
        assertThat(archive.contents()).containsOnlyKeys(Archive.jarOf(function));
        assertThat(archive.classes()).containsKey(function.handler());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void itIsSmall(Function function) {
        assertThat(Archive.of(function).bytes()).isLessThan(LARGEST.get(function.name()));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void itHoldsTheClientsOfWhatTheFunctionUsesAndNoOther(Function function) {
        var held = Archive.of(function).packages().stream()
                .filter(name -> name.startsWith(SERVICES))
                .map(name -> name.substring(SERVICES.length()).replaceFirst("\\..*", ""));
        var used = function.uses().stream().flatMap(use -> servicesOf(use).stream());
        assertThat(held.collect(Collectors.toSet())).isEqualTo(used.collect(Collectors.toSet()));
    }

    private static boolean isOfTheWatch(Function function) {
        return Compliance.BLUEPRINT.functions().contains(function);
    }

    private static Set<String> servicesOf(Use use) {
        return switch (use.resource()) {
            case Resource.Table ignored -> Set.of("dynamodb");
            case Resource.Topic ignored -> Set.of("sns");
            case Resource.Queue ignored -> Set.of("sqs");
            case Resource.DeadLetterQueue ignored -> Set.of("sqs");
            case Resource.Secrets ignored -> Set.of("secretsmanager");
            case Resource.Bucket ignored -> Set.of("s3");
            case Resource.Environment ignored -> use.kind() == Use.Kind.REPAIRS ? REPAIRED : INSPECTED;
        };
    }

    @ParameterizedTest
    @MethodSource("functions")
    void nothingElseIsInIt(Function function) {
        var archive = Archive.of(function);
        assertThat(archive.packages())
                .allMatch(name -> Stream.of(
                                "dev.sluice.blueprint",
                                "dev.sluice.compliance",
                                "dev.sluice.domain",
                                "dev.sluice.guard",
                                "dev.sluice.handlers",
                                "com.fasterxml.jackson.core",
                                "software.amazon.awssdk",
                                "software.amazon.eventstream",
                                "org.reactivestreams",
                                "org.slf4j")
                        .anyMatch(known -> name.equals(known) || name.startsWith(known + ".")));
        assertThat(archive.classes().keySet())
                .filteredOn(name -> name.startsWith("dev.sluice."))
                .noneMatch(name -> name.endsWith("Test") || name.endsWith("Contract") || name.endsWith("Properties"));
        assertThat(archive.packages())
                .filteredOn(name -> name.startsWith("dev.sluice.compliance") || name.startsWith("dev.sluice.guard"))
                .as("the pipeline's functions know nothing of what watches them")
                .matches(found -> found.isEmpty() != isOfTheWatch(function));
        assertThat(archive.resources().keySet())
                .allMatch(name -> name.equals("META-INF/LICENCES.txt")
                        || name.startsWith("META-INF/services/")
                        || name.startsWith("dev/sluice/domain/reference/")
                        || (isOfTheWatch(function) && OF_THE_WATCH.stream().anyMatch(name::startsWith))
                        || name.equals("software/amazon/awssdk/core/util/mime.types"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void lambdasJavaReadsIt(Function function) {
        assertThat(Archive.of(function).classes())
                .allSatisfy((name, bytes) ->
                        assertThat(ByteBuffer.wrap(bytes).getShort(6)).as(name).isLessThanOrEqualTo((short) JAVA_21));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void licencesOfItsPartsComeAlong(Function function) {
        assertThat(Archive.of(function).text("META-INF/LICENCES.txt"))
                .contains("Sluice", "jackson-core-", "sdk-core-", "slf4j-api-", "QOS.ch", "Apache License")
                .doesNotContain("proguard");
    }

    /** What would make it differ from one folder, day or machine to another. */
    @ParameterizedTest
    @MethodSource("functions")
    void itIsInOrderAndKnowsNeitherTimeNorPlace(Function function) throws IOException {
        var archive = Archive.of(function);
        var here = Path.of("..").toAbsolutePath().normalize().toString();
        assertThat(archive.names()).isSorted();
        assertThat(archive.contents().values())
                .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(here));
        try (var zip = new ZipFile(archive.file().toFile())) {
            assertThat(zip.stream())
                    .extracting(ZipEntry::getTimeLocal)
                    .containsOnly(LocalDateTime.of(2026, 1, 1, 0, 0));
        }
    }
}
