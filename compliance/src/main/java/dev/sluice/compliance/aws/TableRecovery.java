package dev.sluice.compliance.aws;

import dev.sluice.compliance.port.RepairTarget;
import dev.sluice.compliance.proposal.Proposal.Planned;
import dev.sluice.compliance.repair.Wording;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;

/** Whether a table can be put back; the target is its ARN. */
record TableRecovery(DynamoDbClient dynamoDb, TableTags tables) implements RepairTarget {

    private static final String BEFORE_NAME = ":table/";

    @Override
    public Optional<Present> present(Planned planned) {
        return isOn(name(planned))
                .flatMap(on -> tables.tags(planned.target()).map(tags -> new Present(Wording.switched(on), tags)));
    }

    private Optional<Boolean> isOn(String table) {
        return Calls.find(
                        "DynamoDB DescribeContinuousBackups",
                        TableTags.ABSENT,
                        () -> dynamoDb.describeContinuousBackups(request -> request.tableName(table))
                                .continuousBackupsDescription()
                                .pointInTimeRecoveryDescription())
                .map(recovery -> recovery.pointInTimeRecoveryStatus() == PointInTimeRecoveryStatus.ENABLED);
    }

    @Override
    public void change(Planned planned) {
        Calls.make(
                "DynamoDB UpdateContinuousBackups",
                () -> dynamoDb.updateContinuousBackups(request -> request.tableName(name(planned))
                        .pointInTimeRecoverySpecification(recovery -> recovery.pointInTimeRecoveryEnabled(true))));
    }

    private static String name(Planned planned) {
        var arn = planned.target();
        return arn.substring(arn.indexOf(BEFORE_NAME) + BEFORE_NAME.length());
    }
}
