package dev.sluice.compliance.aws;

import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Use.Kind;
import dev.sluice.compliance.live.AwsLiveAccount;
import dev.sluice.compliance.norm.AlarmNames;
import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.norm.NormJson;
import dev.sluice.compliance.scanning.Kept;
import dev.sluice.compliance.scanning.Scanner;
import dev.sluice.compliance.scanning.Watched;
import dev.sluice.compliance.telling.Telling;
import dev.sluice.handlers.aws.Clients;
import dev.sluice.handlers.aws.Environment;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The functions as they are deployed: where ports meet their adapters on AWS, and where time and chance come in.
 *
 * <p>Nothing secret, random or dependent on the time is made here, only what will ask for it.
 */
final class Deployed {

    private static final InstantSource CLOCK = InstantSource.system();

    private Deployed() {}

    static Scanner scanner(Map<String, String> variables) {
        var environment = new Environment(Compliance.SCANNER, variables);
        var norm = norm(environment, Kind.INSPECTS);
        var clients = Clients.of(variables);
        var dynamoDb = clients.dynamoDb();
        var table = environment.of(Kind.WRITES, Compliance.FINDINGS_TABLE);
        var claims = new Claims(dynamoDb, table);
        return new Scanner(
                new Watched(new AwsLiveAccount(clients, norm), norm, environment.of(Compliance.SUPPRESSIONS)),
                new Kept(
                        new DynamoDbScanLease(claims),
                        new DynamoDbFindingStore(dynamoDb, table),
                        new DynamoDbScanHistory(dynamoDb, table),
                        new DynamoDbRepairJournal(dynamoDb, table),
                        new S3ReportStore(
                                clients.made(S3Client.builder()
                                        .forcePathStyle(clients.endpoint().isPresent())),
                                environment.of(Kind.STORES, Compliance.REPORTS_BUCKET))),
                new Telling(
                        new DynamoDbAlertLedger(claims, () -> UUID.randomUUID().toString()),
                        new SnsFindingTopic(clients.sns(), environment.of(Kind.PUBLISHES, Compliance.FINDINGS_TOPIC)),
                        CLOCK,
                        Scanner.LEASE),
                new SqsRepairQueue(clients.sqs(), environment.of(Kind.SENDS, Compliance.REPAIRS_QUEUE)),
                CLOCK,
                telemetry(environment));
    }

    /** How things are to be in the environment that is watched; a norm of another one would find all of it foreign. */
    private static Norm norm(Environment environment, Kind kind) {
        var watched = environment.of(kind, Compliance.WATCHED);
        var norm = Settings.read(environment, Compliance.NORM, text -> of(watched, NormJson.read(text)));
        return environment.function().settings().contains(Compliance.ALARMS)
                ? norm.alarmed(Settings.read(environment, Compliance.ALARMS, text -> AlarmNames.read(text, watched)))
                : norm;
    }

    private static Norm of(String watched, Norm norm) {
        if (!norm.suffix().equals(watched)) {
            throw new IllegalArgumentException("it is of " + norm.suffix() + ", and " + watched + " is watched");
        }
        return norm;
    }

    /** Lambda takes what is written to standard output, a line at a time, into the function's log group. */
    private static Telemetry telemetry(Environment environment) {
        PrintStream out = System.out;
        return new Telemetry(out::println, environment.of(Pipeline.METRICS));
    }
}
