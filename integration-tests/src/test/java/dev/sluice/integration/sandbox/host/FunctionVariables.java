package dev.sluice.integration.sandbox.host;

import dev.sluice.integration.sandbox.authorize.Credentials;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a function finds in its environment: what was deployed, and what Lambda sets (AWS, "Working with Lambda environment
 * variables", "Defined runtime environment variables"). It sees nothing of ours but where AWS is.
 *
 * @param function whose they are
 * @param logging how its log was configured
 * @param region where it was deployed
 * @param endpoint where AWS is
 */
record FunctionVariables(DeployedFunction function, Logging logging, String region, URI endpoint) {

    /**
     * For one process.
     *
     * @param stream the log stream of the process
     * @param api where its Runtime API is
     * @param task the folder of the unpacked archive
     */
    Map<String, String> of(Credentials credentials, String stream, String api, String task) {
        var all = new TreeMap<>(function.variables());
        all.put("_HANDLER", function.handler());
        all.put("AWS_REGION", region);
        all.put("AWS_DEFAULT_REGION", region);
        if (!function.runtime().equals(OwnRuntime.NAME)) {
            all.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + function.runtime());
        }
        all.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        all.put("AWS_LAMBDA_FUNCTION_VERSION", function.version());
        all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
        all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        all.put("AWS_LAMBDA_LOG_GROUP_NAME", function.logGroup());
        all.put("AWS_LAMBDA_LOG_STREAM_NAME", stream);
        all.put("AWS_LAMBDA_LOG_FORMAT", logging.format());
        logging.level().ifPresent(level -> all.put("AWS_LAMBDA_LOG_LEVEL", level));
        all.put("AWS_LAMBDA_RUNTIME_API", api);
        all.put("AWS_ACCESS_KEY_ID", credentials.accessKey());
        all.put("AWS_SECRET_ACCESS_KEY", credentials.secretKey());
        all.put("AWS_SESSION_TOKEN", credentials.sessionToken());
        all.put("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
        all.put("AWS_XRAY_DAEMON_ADDRESS", "169.254.79.129:2000");
        all.put("LAMBDA_TASK_ROOT", task);
        all.put("LANG", "en_US.UTF-8");
        all.put("PATH", "/usr/local/bin:/usr/bin/:/bin");
        all.put("TZ", ":UTC");
        all.put("AWS_ENDPOINT_URL", endpoint.toString());
        return all;
    }
}
