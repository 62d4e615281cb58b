package dev.sluice.infra.construct;

import com.hashicorp.cdktf.AssetType;
import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformAsset;
import com.hashicorp.cdktf.providers.aws.lambda_alias.LambdaAlias;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunction;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionDeadLetterConfig;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionEnvironment;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionSnapStart;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionTracingConfig;
import com.hashicorp.cdktf.providers.aws.lambda_function_event_invoke_config.LambdaFunctionEventInvokeConfig;
import com.hashicorp.cdktf.providers.aws.lambda_provisioned_concurrency_config.LambdaProvisionedConcurrencyConfig;
import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Function;
import dev.sluice.infra.alarm.AlarmNames;
import dev.sluice.infra.alarm.Alarms;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import dev.sluice.infra.settings.Start;
import dev.sluice.infra.settings.Told;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private static final String ALIAS = "live";

    private final Function function;
    private final LambdaFunction deployed;
    private final LambdaAlias alias;

    FunctionComponent(
            Construct scope,
            Function function,
            Settings settings,
            Location location,
            StackKey key,
            StackResources resources,
            Archives archives) {
        super(scope, function.name());
        this.function = function;
        var grants = new Grants(resources, settings, location).of(function);
        var variables = variables(function, grants, settings);
        Told.check(function, variables, settings);
        var name = settings.nameOf(function.name());
        var logGroup = LogGroup.of(this, function.name(), LogGroup.functionLogs(name), settings, key);
        var role = new FunctionRole(this, "role", function, name, grants, logGroup.getArn(), location, key);
        var runtime = settings.runtimeOf(function);
        var archive = TerraformAsset.Builder.create(this, "archive")
                .path(archives.of(function, runtime).toString())
                .type(AssetType.FILE)
                .build();
        var start = settings.get(Options.start(function));
        var builder = LambdaFunction.Builder.create(this, "function")
                .functionName(name)
                .description(function.purpose())
                .role(role.arn())
                .runtime(runtime.identifier())
                .architectures(List.of(settings.get(Options.ARCHITECTURE).word()))
                .handler(function.handler())
                .filename(archive.getPath())
                .sourceCodeHash(archives.hash(function, runtime))
                .memorySize(settings.get(Options.memory(function)))
                .timeout(function.timeout().toSeconds())
                .environment(
                        LambdaFunctionEnvironment.builder().variables(variables).build())
                .tracingConfig(
                        LambdaFunctionTracingConfig.builder().mode("Active").build())
                .deadLetterConfig(LambdaFunctionDeadLetterConfig.builder()
                        .targetArn(resources
                                .of(function.asynchronous().deadLetters())
                                .arn())
                        .build())
                .publish(true)
                .dependsOn(List.<ITerraformDependable>of(logGroup, role.rights()));
        settings.reserved(function).ifPresent(builder::reservedConcurrentExecutions);
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
        retry();
        if (start instanceof Start.Provisioned provisioned) {
            keepWarm(provisioned.executions());
        }
    }

    private void retry() {
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

    private void keepWarm(int executions) {
        Address.keep(
                function.name(),
                LambdaProvisionedConcurrencyConfig.Builder.create(this, "warm")
                        .functionName(alias.getFunctionName())
                        .qualifier(alias.getName())
                        .provisionedConcurrentExecutions(executions)
                        .dependsOn(List.<ITerraformDependable>of(alias))
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

    private static Map<String, String> variables(Function function, List<Grant> grants, Settings settings) {
        var variables = new TreeMap<String, String>();
        grants.forEach(grant -> variables.putAll(grant.variables()));
        function.settings()
                .forEach(s -> variables.put(
                        s.environmentVariable(),
                        s.equals(Compliance.ALARMS) ? AlarmNames.of(settings) : settings.told(s)));
        return variables;
    }
}
