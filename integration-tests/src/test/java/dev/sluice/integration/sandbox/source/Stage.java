package dev.sluice.integration.sandbox.source;

import dev.sluice.integration.sandbox.authorize.Credentials;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.host.Functions;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What every source works with, whatever is deployed.
 *
 * @param connections the way to AWS
 * @param credentials what a function's role signs with
 * @param operator the queues as whoever may do everything sees them
 * @param functions who is invoked
 * @param notes what is written down
 */
record Stage(
        Connections connections,
        Function<DeployedFunction, Credentials> credentials,
        SqsClient operator,
        Functions functions,
        Notes notes) {}
