package dev.sluice.compliance.aws;

import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Use.Kind;
import dev.sluice.compliance.norm.NormJson;
import dev.sluice.compliance.remediating.Remediator;
import dev.sluice.compliance.repair.Mode;
import dev.sluice.handlers.aws.Clients;
import dev.sluice.handlers.aws.Environment;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;

/** The remediator as it is deployed: where ports meet their adapters on AWS, and where time comes in. */
final class DeployedRemediator {

    private static final InstantSource CLOCK = InstantSource.system();

    private DeployedRemediator() {}

    static Remediator of(Map<String, String> variables) {
        var environment = new Environment(Compliance.REMEDIATOR, variables);
        var clients = Clients.of(variables);
        var dynamoDb = clients.dynamoDb();
        var norm = Settings.read(environment, Compliance.NORM, NormJson::read);
        PrintStream out = System.out;
        return new Remediator(
                new DynamoDbFindingStore(dynamoDb, environment.of(Kind.READS, Compliance.FINDINGS_TABLE)),
                new AwsRepairTarget(clients, norm),
                new DynamoDbRepairJournal(dynamoDb, environment.of(Kind.WRITES, Compliance.FINDINGS_TABLE)),
                norm,
                Settings.read(environment, Compliance.REPAIRS, Mode::of),
                CLOCK,
                new Telemetry(out::println, environment.of(Pipeline.METRICS)));
    }
}
