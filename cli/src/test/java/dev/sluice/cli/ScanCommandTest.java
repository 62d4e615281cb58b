package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import dev.sluice.cli.scan.AccountAtHand;
import dev.sluice.cli.tools.Programs;
import dev.sluice.cli.tools.Surroundings;
import dev.sluice.compliance.live.LiveAccount;
import dev.sluice.compliance.norm.Norm;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.handlers.port.Unavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A scan as its user meets it: of files, one day after the other, and of an account that a test makes up. */
class ScanCommandTest {

    private static final Instant FIRST_DAY = Instant.parse("2026-12-01T12:00:00Z");
    private static final String TABLE = """
            {"resource": {"aws_dynamodb_table": {"%1$s": {"name": "t", "billing_mode": "PAY_PER_REQUEST",
             "tags": {"Project": "sluice"}, "server_side_encryption": {"enabled": true, "kms_key_arn": "k"},
             "point_in_time_recovery": {"enabled": %2$s}}}}, "output": {"table": {"value": "${aws_dynamodb_table.%1$s.name}"}}}""";

    @TempDir
    private Path root;

    private int day;
    private Optional<String> without = Optional.empty();
    private LiveAccount live = () -> new ResourceGraph(Origin.LIVE, List.of(), List.of(), List.of(), List.of());

    private final class Made implements AccountAtHand {
        @Override
        public LiveAccount in(String region, Norm norm) {
            return live;
        }

        @Override
        public Optional<String> withoutCredentials() {
            return without;
        }

        @Override
        public Optional<String> profileRegion() {
            return Optional.of("eu-west-2");
        }
    }

    /** Each run is a day after the one before. */
    private Ran scan(String... args) {
        return scan(new Surroundings(root, Map.of()), args);
    }

    private Ran scan(Surroundings around, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var now = Clock.fixed(FIRST_DAY.plus(Duration.ofDays(day++)), ZoneOffset.UTC);
        var command = new CommandLine(new ScanCommand(around, Made::new, now))
                .setExecutionExceptionHandler(new Failures())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        var words = Stream.concat(Stream.of(args), Stream.of("--output", output().toString()));
        return new Ran(command.execute(words.toArray(String[]::new)), out.toString(), err.toString());
    }

    private Path output() {
        return root.resolve("out");
    }

    private Json report() throws IOException {
        return JsonText.read(Files.readAllBytes(output().resolve("report.json")));
    }

    private String table(String name, boolean recoverable) throws IOException {
        return write("infra/main.tf.json", TABLE.formatted(name, recoverable));
    }

    private String write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        return Files.writeString(root.resolve(file), text).getParent().toString();
    }

    @Test
    void whatIsBrokenIsReportedInBothFormsAndInTheExitCode() throws IOException {
        var ran = scan(table("orders", false));

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .contains("infra, as it is written: 1 resource.")
                .contains("(1 new)")
                .contains("dynamodb-no-point-in-time-recovery at aws_dynamodb_table.orders")
                .contains("Report: " + output().resolve("report.html"));
        assertThat(report().text("/findings/0/resource")).contains("aws_dynamodb_table.orders");
        assertThat(output().resolve("report.html")).content().contains("aws_dynamodb_table.orders");
    }

    @Test
    void nothingBrokenIsClean() throws IOException {
        var ran = scan(table("orders", true));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("Nothing is found wrong.");
    }

    @Test
    void aFindingIsFollowedFromOneScanToTheNext() throws IOException {
        assertThat(scan(table("orders", false)).out()).contains("new        ");
        assertThat(scan(table("orders", false)).out())
                .contains("none of it new")
                .doesNotContain("  new  ");
        var mended = scan(table("orders", true));
        assertThat(mended.exitCode()).isZero();
        assertThat(mended.out()).contains("resolved");
        assertThat(scan(table("orders", false)).out()).contains("came back");

        assertThat(report().text("/findings/0/firstSeen")).contains("2026-12-01T12:00:00Z");
        assertThat(report().text("/findings/0/lastSeen")).contains("2026-12-04T12:00:00Z");
        assertThat(report().text("/findings/0/returned")).contains("1");
        assertThat(report().items("/trend")).hasSize(4);
    }

    @Test
    void aThresholdIsForTheExitCodeAlone() throws IOException {
        var ran = scan("--severity", "error", table("orders", false));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("dynamodb-no-point-in-time-recovery");
    }

    @Test
    void theReportIsPrintedWhereProgramsAsk() throws IOException {
        assertThat(scan("--json", table("orders", false)).json()).isEqualTo(report());
    }

    @Test
    void whatIsLivedWithDoesNotCount() throws IOException {
        write("infra/guard-suppressions.json", """
                {"suppressions": [{"rule": "dynamodb-no-point-in-time-recovery", "resource": "*", "until": "2026-12-31",
                  "reason": "A table of a trial."}]}""");
        var ran = scan(table("orders", false));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("1 suppressed").doesNotContain("suppresses nothing");
        assertThat(report().text("/suppressed/0/reason")).contains("A table of a trial.");
    }

    @Test
    void whatCannotBeReadCountsAndResolvesNothing() throws IOException {
        scan(table("orders", false));
        write("infra/other.tf.json", "{\"resource\": ");
        var ran = scan(table("orders", true));

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("not read").contains("other.tf.json");
        assertThat(report().text("/findings/0/course")).contains("cannot_tell");
    }

    @Test
    void theStacksOfTheEnvironmentAreLookedAtWhereNothingIsSaid() throws IOException {
        write("cdktf.out/stacks/sluice-transactions-dev/cdk.tf.json", TABLE.formatted("orders", false));
        write("cdktf.out/stacks/sluice-transactions-prod/cdk.tf.json", TABLE.formatted("orders", true));
        write("cdktf.out/stacks/sluice-more-dev/cdk.tf.json", TABLE.formatted("orders", true));
        scan();

        assertThat(report().text("/environment")).contains("dev");
        assertThat(report().items("/findings"))
                .extracting(one -> one.text("/id").orElse(""))
                .contains("dynamodb-no-point-in-time-recovery@sluice-transactions-dev/aws_dynamodb_table.orders")
                .noneMatch(id -> id.contains("recovery@sluice-more-dev") || id.contains("prod"));
    }

    @Test
    void aSuppressionOfOneStackIsNotCalledUnusedForTheOther() throws IOException {
        write("cdktf.out/stacks/sluice-a-dev/cdk.tf.json", TABLE.formatted("orders", false));
        write("cdktf.out/stacks/sluice-b-dev/cdk.tf.json", TABLE.formatted("letters", true));
        write("cdktf.out/stacks/sluice-a-dev/guard-suppressions.json", """
                {"suppressions": [
                  {"rule": "dynamodb-no-point-in-time-recovery", "resource": "*.orders", "until": "2026-12-31", "reason": "soon"},
                  {"rule": "dynamodb-no-point-in-time-recovery", "resource": "*.nobody", "until": "2026-12-31", "reason": "soon"}
                ]}""");
        scan();

        assertThat(report().items("/notices")).hasSize(1);
        assertThat(report().text("/notices/0/resource")).contains("*.nobody");
    }

    @Test
    void whereThereAreNoStacksTheyAreSynthesizedForTheEnvironmentFirst() throws IOException {
        write("build-tools/synth.sh", """
                echo "synthesizing $ENVIRONMENT_SUFFIX"
                stack=cdktf.out/stacks/sluice-transactions-$ENVIRONMENT_SUFFIX
                mkdir -p $stack
                cat > $stack/cdk.tf.json <<'END'
                %s
                END
                """.formatted(TABLE.formatted("orders", false)));
        var around = new Programs(root).saying("node", "echo v20.20.2").around();
        var ran = scan(around, "--environment", "staging");

        assertThat(ran.err()).isEqualToIgnoringNewLines("synthesizing staging\n");
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(report().text("/environment")).contains("staging");
        assertThat(report().items("/findings"))
                .extracting(one -> one.text("/id").orElse(""))
                .contains("dynamodb-no-point-in-time-recovery@sluice-transactions-staging/aws_dynamodb_table.orders");
        assertThat(scan(around, "--environment", "staging").err())
                .as("once is enough")
                .isEmpty();
    }

    @Test
    void aSynthesisThatWritesNothingOfTheEnvironmentIsAMistake() throws IOException {
        write("build-tools/synth.sh", "true");
        var around = new Programs(root).saying("node", "echo v20.20.2").around();

        assertMistake(scan(around), "the synthesis wrote no stack of the environment dev");
    }

    @Test
    void aSuppressionThatHasEndedCountsAsForTheGuard() throws IOException {
        write("infra/guard-suppressions.json", """
                {"suppressions": [{"rule": "dynamodb-no-point-in-time-recovery", "resource": "*", "until": "2026-12-01",
                  "reason": "A table of a trial."}]}""");
        assertThat(scan(table("orders", true)).exitCode())
                .as("it suppresses nothing")
                .isEqualTo(1);
        var ended = scan("--severity", "warning", table("orders", true));

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).contains("suppression   ").contains("2026-12-01");
        assertThat(scan("--severity", "error", table("orders", true)).exitCode())
                .isZero();
    }

    @Test
    void aFindingSaysInWhichLineOfWhichFileItIsWritten() throws IOException {
        write("infra/main.tf.json", "\n\n" + TABLE.formatted("orders", false));
        scan(root.resolve("infra").toString());

        assertThat(report().text("/findings/0/where").orElseThrow()).endsWith("infra/main.tf.json:3");
        assertThat(output().resolve("report.html"))
                .content()
                .contains("Written in <code>", "infra/main.tf.json:3</code>");
    }

    @Test
    void whatSynthesisSaysIsToldWhereItCannotBeMade() {
        assertMistake(scan(), "there is no build-tools/synth.sh");
    }

    @Test
    void mistakesAreOneLineAndExitCodeTwo() throws IOException {
        var infra = table("orders", false);
        assertMistake(scan(root + "/nowhere"), "there is no " + root + "/nowhere");
        assertMistake(scan("--live", infra), "choose one");
        assertMistake(scan("--environment", "DEV!"), "a suffix is lower-case letters");
        assertMistake(scan("--suppressions", "nowhere.json", infra), "there is no file nowhere.json");
        assertMistake(scan(Files.createDirectory(root.resolve("empty")).toString()), "there is no Terraform in ");
        Files.createDirectories(output());
        Files.writeString(output().resolve("findings.json"), "{}");
        assertMistake(scan(infra), "findings.json is not a file of findings");
    }

    @Test
    void theFindingsOfOneThingAreNotMixedWithAnothers() throws IOException {
        scan(table("orders", false));
        write("other/main.tf.json", TABLE.formatted("letters", true));

        assertMistake(scan(root + "/other"), "holds the scans of infra (configuration), not of other");
        assertThat(report().text("/environment")).contains("infra");
    }

    @Test
    void anAccountThatCannotBeReadIsToldInOneLine() {
        assertMistake(scan("--live"), "nothing of the environment dev is deployed in eu-west-2");
        live = () -> {
            throw new Unavailable("lambda:ListFunctions: AccessDeniedException");
        };
        assertMistake(scan("--live"), "the account cannot be read: lambda:ListFunctions: AccessDeniedException");
        without = Optional.of("there are no AWS credentials: set AWS_PROFILE");
        assertMistake(scan("--live"), "there are no AWS credentials");
    }

    private static void assertMistake(Ran ran, String message) {
        assertThat(ran.err())
                .startsWith("sluice: ")
                .contains(message)
                .doesNotContain("\tat ")
                .hasLineCount(1);
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }
}
