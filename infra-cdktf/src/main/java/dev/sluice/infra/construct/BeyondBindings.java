package dev.sluice.infra.construct;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_rule.CloudwatchEventRule;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunction;
import java.util.Map;

/**
 * What Terraform and its AWS provider know and the prebuilt bindings, made from provider 5.23, do not: set by override, here
 * and nowhere else. Each is validated by the real provider in the build.
 */
public final class BeyondBindings {

    /** The provider that the overrides are for; the bindings ask for exactly their own version. */
    public static final String PROVIDER_VERSION = "~> 5.100";

    private BeyondBindings() {}

    /** Lets the provider in that knows the rest of these. */
    public static void provider(TerraformStack stack) {
        stack.addOverride("terraform.required_providers.aws.version", PROVIDER_VERSION);
        stack.addOverride("terraform.required_version", ">= 1.10");
    }

    /** Locks the state in its bucket by S3's own conditional writes; since Terraform 1.10. */
    public static void lockInBucket(TerraformStack stack) {
        stack.addOverride("terraform.backend.s3.use_lockfile", true);
    }

    /** Says whether a rule does anything; since provider 5.29, in place of what is deprecated there. */
    static void enabled(CloudwatchEventRule rule, boolean enabled) {
        rule.addOverride("state", enabled ? "ENABLED" : "DISABLED");
    }

    /**
     * Has Lambda write its own lines as JSON like ours, to the log group that the stack made; since provider 5.32.
     *
     * <p>What a function prints as JSON is taken as it is.
     */
    static void jsonLogs(LambdaFunction function, String logGroup) {
        function.addOverride(
                "logging_config",
                Map.of(
                        "log_format", "JSON",
                        "log_group", logGroup,
                        "application_log_level", "INFO",
                        "system_log_level", "INFO"));
    }
}
