package dev.sluice.compliance.aws;

import dev.sluice.blueprint.Compliance;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where each item of the findings table lies.
 *
 * <pre>
 * pk        sk
 * finding   rule@resource             a finding with its history
 * scan      INSTANT                   a scan in numbers
 * lease     scan                      who scans, and until when
 * alert     rule@resource#RETURNS     who publishes that alert, and whether it was published
 * repair    SCAN#rule@resource#MODE   what came of a finding that was to be repaired
 * </pre>
 */
final class FindingsTable {

    static final String PARTITION = Compliance.FINDINGS_TABLE.keys().partition();
    static final String SORT = Compliance.FINDINGS_TABLE.keys().sort();

    static final String FINDING = "finding";
    static final String SCAN = "scan";
    static final String LEASE = "lease";
    static final String ALERT = "alert";
    static final String REPAIR = "repair";

    /** As text in the order of time. */
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private FindingsTable() {}

    static String time(Instant instant) {
        return MILLIS.format(instant);
    }

    static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of(PARTITION, AttributeValue.fromS(partition), SORT, AttributeValue.fromS(sort));
    }
}
