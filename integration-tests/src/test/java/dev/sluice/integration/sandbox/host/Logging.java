package dev.sluice.integration.sandbox.host;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.Deployment;
import java.util.Optional;

/**
 * How a function's log was configured (AWS, "Configuring advanced logging controls for Lambda functions").
 *
 * @param format {@code JSON} or {@code Text}
 * @param level the least level of the application's own lines, where the format is JSON
 */
record Logging(String format, Optional<String> level) {

    static Logging of(Deployment deployment, DeployedFunction function) {
        var stated = deployment
                .of("aws_lambda_function")
                .filter(each -> each.address().equals(function.address()))
                .findFirst()
                .orElseThrow();
        return new Logging(
                stated.text("logging_config", "0", "log_format").orElse("Text"),
                stated.text("logging_config", "0", "application_log_level"));
    }
}
