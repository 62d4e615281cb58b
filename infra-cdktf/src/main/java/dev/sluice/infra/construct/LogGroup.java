package dev.sluice.infra.construct;

import com.hashicorp.cdktf.providers.aws.cloudwatch_log_group.CloudwatchLogGroup;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import software.constructs.Construct;

/** A log group that says how long it keeps a line, encrypted. */
final class LogGroup {

    private LogGroup() {}

    /** Where Lambda looks for a function's log group. */
    static String functionLogs(String functionName) {
        return "/aws/lambda/" + functionName;
    }

    static String apiLogs(String apiName) {
        return "/aws/apigateway/" + apiName;
    }

    static CloudwatchLogGroup of(Construct scope, String address, String name, Settings settings, StackKey key) {
        return Address.keep(
                address,
                CloudwatchLogGroup.Builder.create(scope, address + "-log-group")
                        .name(name)
                        .retentionInDays(settings.get(Options.LOG_RETENTION))
                        .kmsKeyId(key.arn())
                        .build());
    }
}
