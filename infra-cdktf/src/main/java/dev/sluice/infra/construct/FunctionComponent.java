package dev.sluice.infra.construct;

import com.hashicorp.cdktf.AssetType;
import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformAsset;
import com.hashicorp.cdktf.providers.aws.iam_role.IamRole;
import com.hashicorp.cdktf.providers.aws.iam_role_policy.IamRolePolicy;
import com.hashicorp.cdktf.providers.aws.lambda_alias.LambdaAlias;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunction;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionDeadLetterConfig;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionEnvironment;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionSnapStart;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionTracingConfig;
import com.hashicorp.cdktf.providers.aws.lambda_function_event_invoke_config.LambdaFunctionEventInvokeConfig;
import com.hashicorp.cdktf.providers.aws.lambda_provisioned_concurrency_config.LambdaProvisionedConcurrencyConfig;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Resource;
import dev.sluice.blueprint.Trigger;
import dev.sluice.infra.alarm.Alarms;
import dev.sluice.infra.iam.PolicyDocument;
import dev.sluice.infra.iam.Statement;
import dev.sluice.infra.iam.Statement.Principal.Service;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import dev.sluice.infra.settings.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * A function with everything that a function needs: log group, role, exact rights, archive, version and alias, tracing, dead
 * letters, a way to start, alarms. It is the only way to make one, and the same for all of them.
 *
 * <p>The function waits for its log group and its rights, so that no first invocation meets a role that may not do yet what it
 * must. Whoever invokes it invokes the alias.
 */
public final class FunctionComponent extends Construct {

    /** The alias that everything invokes; it points at the version that was published last. */
    public static final String ALIAS = "live";

    /** Lambda's managed runtime: Amazon Corretto 21 on Amazon Linux 2023. */
    private static final String RUNTIME = "java21";

    private final Function function;
    private final LambdaFunction deployed;
    private final LambdaAlias alias;

    FunctionComponent(
            Construct scope,
            Function function,
            Settings settings,
            Location location,
            PipelineKey key,
            PipelineResources resources,
            Archives archives) {
        super(scope, function.name());
        this.function = function;
        var grants = grants(function, new Grants(resources, settings));
        var name = settings.nameOf(function.name());
        var logGroup = LogGroup.of(this, function.name(), LogGroup.functionLogs(name), settings, key);
        var role = Address.keep(
                function.name(),
                IamRole.Builder.create(this, "role")
                        .name(name)
                        .description("What the function " + function.name() + " may do")
                        .assumeRolePolicy(PolicyDocument.of(
                                List.of(Statement.allow("Lambda", List.of("sts:AssumeRole"), List.of())
                                        .to(new Service("lambda.amazonaws.com")))))
                        .build());
        var rights = Address.keep(
                function.name(),
                IamRolePolicy.Builder.create(this, "rights")
                        .name(name)
                        .role(role.getId())
                        .policy(PolicyDocument.of(statements(grants, logGroup.getArn(), location, key)))
                        .build());
        var archive = TerraformAsset.Builder.create(this, "archive")
                .path(archives.of(function).toString())
                .type(AssetType.FILE)
                .build();
        var builder = LambdaFunction.Builder.create(this, "function")
                .functionName(name)
                .description(function.purpose())
                .role(role.getArn())
                .runtime(RUNTIME)
                .architectures(List.of(settings.get(Options.ARCHITECTURE).word()))
                .handler(function.handler())
                .filename(archive.getPath())
                .sourceCodeHash(archives.hash(function))
                .memorySize(settings.get(Options.memory(function)))
                .timeout(function.timeout().toSeconds())
                .environment(LambdaFunctionEnvironment.builder()
                        .variables(variables(function, grants, settings))
                        .build())
                .tracingConfig(
                        LambdaFunctionTracingConfig.builder().mode("Active").build())
                .deadLetterConfig(LambdaFunctionDeadLetterConfig.builder()
                        .targetArn(resources
                                .of(function.asynchronous().deadLetters())
                                .arn())
                        .build())
                .publish(true)
                .dependsOn(List.<ITerraformDependable>of(logGroup, rights));
        settings.reserved(function).ifPresent(builder::reservedConcurrentExecutions);
        var start = settings.get(Options.start(function));
        if (start instanceof Start.SnapStart) {
            builder.snapStart(LambdaFunctionSnapStart.builder()
                    .applyOn("PublishedVersions")
                    .build());
        }
        deployed = Address.keep(function.name(), builder.build());
        BeyondBindings.jsonLogs(deployed, logGroup.getName());
        alias = Address.keep(
                function.name(),
                LambdaAlias.Builder.create(this, "alias")
                        .name(ALIAS)
                        .description("What everything invokes")
                        .functionName(deployed.getFunctionName())
                        .functionVersion(deployed.getVersion())
                        .build());
        if (start instanceof Start.Provisioned provisioned) {
            Address.keep(
                    function.name(),
                    LambdaProvisionedConcurrencyConfig.Builder.create(this, "warm")
                            .functionName(alias.getFunctionName())
                            .qualifier(alias.getName())
                            .provisionedConcurrentExecutions(provisioned.executions())
                            .dependsOn(List.<ITerraformDependable>of(alias))
                            .build());
        }
        Address.keep(
                function.name(),
                LambdaFunctionEventInvokeConfig.Builder.create(this, "retries")
                        .functionName(alias.getFunctionName())
                        .qualifier(alias.getName())
                        .maximumRetryAttempts(function.asynchronous().waits().size())
                        .maximumEventAgeInSeconds(
                                function.asynchronous().longestAge().toSeconds())
                        .build());
    }

    /** Has operators told of what goes wrong with it. */
    void watch(Operations operations, Alarms alarms) {
        operations.watch(this, alarms.of(function));
    }

    Function function() {
        return function;
    }

    /** The deployed name. */
    String name() {
        return deployed.getFunctionName();
    }

    /** The ARN of the alias: what invokes the function, invokes this. */
    String aliasArn() {
        return alias.getArn();
    }

    /** The ARN by which API Gateway calls the alias. */
    String invokeArn() {
        return alias.getInvokeArn();
    }

    /** The alias's name, known only once the alias is there. */
    String qualifier() {
        return alias.getName();
    }

    private static List<Grant> grants(Function function, Grants grants) {
        return Stream.of(
                        function.uses().stream().map(grants::of),
                        function.triggers().stream().flatMap(trigger -> grants.of(trigger).stream()),
                        failureTargets(function).map(grants::failingInto))
                .flatMap(some -> some)
                .toList();
    }

    /** Where Lambda puts, in the function's name, what it gave up on: often the same queue whatever the way in. */
    private static Stream<Resource.DeadLetterQueue> failureTargets(Function function) {
        var byStreams = function.triggers().stream()
                .filter(Trigger.Stream.class::isInstance)
                .map(Trigger.Stream.class::cast)
                .map(Trigger.Stream::deadLetters);
        return Stream.concat(Stream.of(function.asynchronous().deadLetters()), byStreams)
                .distinct();
    }

    private static Map<String, String> variables(Function function, List<Grant> grants, Settings settings) {
        var variables = new TreeMap<String, String>();
        grants.forEach(grant -> variables.putAll(grant.variables()));
        function.settings().forEach(s -> variables.put(s.environmentVariable(), settings.told(s)));
        return variables;
    }

    private static List<Statement> statements(
            List<Grant> grants, String logGroupArn, Location location, PipelineKey key) {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.allow(
                "WritesItsLog", List.of("logs:CreateLogStream", "logs:PutLogEvents"), List.of(logGroupArn + ":*")));
        statements.add(Statement.allow(
                "WritesTraces",
                List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"),
                // X-Ray has no resources to name.
                List.of("*")));
        grants.stream().flatMap(grant -> grant.statements().stream()).forEach(statements::add);
        var uses = new TreeMap<String, TreeSet<String>>();
        for (var grant : grants) {
            for (var use : grant.keyUses()) {
                uses.computeIfAbsent(use.service(), service -> new TreeSet<>()).addAll(use.actions());
            }
        }
        uses.forEach((service, actions) -> statements.add(Statement.allow(
                        "UsesTheKeyThrough" + Character.toUpperCase(service.charAt(0)) + service.substring(1),
                        List.copyOf(actions),
                        List.of(key.arn()))
                .when("StringEquals", "kms:ViaService", location.host(service))));
        return statements;
    }
}
