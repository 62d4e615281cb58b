package dev.sluice.integration.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.infra.settings.Settings;
import dev.sluice.integration.sandbox.client.Access;
import dev.sluice.integration.sandbox.client.Leftovers;
import dev.sluice.integration.sandbox.journal.Journal;
import dev.sluice.integration.sandbox.scenario.Scenario;
import dev.sluice.integration.sandbox.scenario.Scenarios;
import dev.sluice.integration.terraform.TerraformFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The same scenarios in an account of AWS: {@code -Dsandbox=aws} with what {@link Choice} lists. Only those that need no
 * dependency to fail on demand.
 */
@EnabledIfSystemProperty(named = "sandbox", matches = "aws", disabledReason = "SandboxTest runs instead")
class AccountTest {

    /** Kept until all is destroyed: without its state nobody could. */
    private static final Path STATES = Path.of("target", "sandbox-account").toAbsolutePath();

    private static final Path CDKTF = Path.of("..", "cdktf.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Optional<Deployed> deployed = Optional.empty();
    private Optional<AccountSandbox> sandbox = Optional.empty();

    /** What was deployed for this run, and has to go again. */
    private record Deployed(TerraformFolder folder, Access access, String suffix) {}

    @TestFactory
    Stream<DynamicNode> whatWasDeployedIsWhatRuns() throws IOException {
        var choice = Choice.of(properties(), System.getenv());
        if (!(choice instanceof Choice.OfAccount account)) {
            throw new IllegalStateException("this runs with -Dsandbox=aws");
        }
        var there = account.outputs().isPresent()
                ? there(account.outputs().get(), account.denied())
                : deployed(account.suffix(), account.denied());
        sandbox = Optional.of(there);
        var suite = new Suite(new Journal());
        return Scenarios.ALL.stream()
                .filter(scenario -> !scenario.needsEmulation())
                .map(scenario -> test(suite, scenario, there));
    }

    private static DynamicNode test(Suite suite, Scenario scenario, AccountSandbox there) {
        return dynamicTest(
                scenario.name(), () -> suite.show(scenario.name(), scenario.shows(), () -> Suite.run(scenario, there)));
    }

    /** What is there already; all that could refuse it is looked at before anything of it is called. */
    private static AccountSandbox there(Path file, Set<String> denied) throws IOException {
        var outputs = new StackOutputs(JSON.readTree(file.toFile()));
        var suffix = outputs.text("environment_suffix");
        Production.refuse(suffix, settings(suffix).preset());
        var access = access(Region.of(outputs.text("region")));
        var number = account(access, denied);
        assertThat(outputs.account())
                .as("the account that the outputs are of is the one that the credentials are for")
                .isEqualTo(number);
        return new AccountSandbox(number, access, outputs);
    }

    private AccountSandbox deployed(String suffix, Set<String> denied) throws IOException {
        var settings = settings(suffix);
        Production.refuse(suffix, settings.preset());
        TerraformFolder.assumeInstalled();
        var access = access(region());
        var number = account(access, denied);
        assertThat(Leftovers.of(access, suffix).values().stream().flatMap(names -> names.stream()))
                .as("what goes by the suffix " + suffix + " already, and is not this run's to destroy")
                .isEmpty();

        var folder = Files.createDirectories(STATES.resolve(suffix));
        var terraform = TerraformFolder.synthesized(folder, suffix, variables(access));
        terraform.terraform("init", "-input=false");
        assertThat(terraform.terraform("state", "list"))
                .as("the state in " + folder)
                .isBlank();
        deployed = Optional.of(new Deployed(terraform, access, suffix));
        terraform.terraform("apply", "-input=false", "-auto-approve");
        return new AccountSandbox(number, access, new StackOutputs(terraform.outputs()));
    }

    /** The number of the account that is called, where it may be. */
    private static String account(Access access, Set<String> denied) {
        try (var sts = access.client(StsClient.builder())) {
            var number = sts.getCallerIdentity().account();
            Production.refuse(number, denied);
            return number;
        }
    }

    /** Terraform is told the credentials that were looked at, and so cannot find others. */
    private static Map<String, String> variables(Access access) {
        var identity = access.credentials().resolveCredentials();
        var variables = new HashMap<String, String>();
        variables.put("AWS_ACCESS_KEY_ID", identity.accessKeyId());
        variables.put("AWS_SECRET_ACCESS_KEY", identity.secretAccessKey());
        if (identity instanceof AwsSessionCredentials session) {
            variables.put("AWS_SESSION_TOKEN", session.sessionToken());
        }
        variables.put("AWS_REGION", access.region().id());
        return variables;
    }

    /** What cdktf.json and the presets say of an environment. */
    private static Settings settings(String suffix) throws IOException {
        return Settings.of(
                Map.of(Settings.SUFFIX_VARIABLE, suffix, "AWS_REGION", region().id()),
                JSON.readTree(CDKTF.toFile()).path("context"));
    }

    private static Access access(Region region) {
        return new Access(region, DefaultCredentialsProvider.builder().build(), Optional.empty());
    }

    private static Region region() {
        return new DefaultAwsRegionProviderChain().getRegion();
    }

    private static Map<String, String> properties() {
        return System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty));
    }

    @AfterEach
    void destroy() throws IOException {
        try {
            sandbox.ifPresent(AccountSandbox::close);
        } finally {
            if (deployed.isPresent()) {
                destroy(deployed.get());
            }
        }
    }

    private static void destroy(Deployed run) throws IOException {
        run.folder().terraform("destroy", "-auto-approve", "-input=false");
        assertThat(run.folder().terraform("state", "list"))
                .as("the state in " + run.folder().folder())
                .isBlank();
        assertThat(Leftovers.of(run.access(), run.suffix()).values().stream().flatMap(names -> names.stream()))
                .isEmpty();
    }
}
