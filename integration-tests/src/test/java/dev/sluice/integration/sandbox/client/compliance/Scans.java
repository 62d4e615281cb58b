package dev.sluice.integration.sandbox.client.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.integration.sandbox.Emulation;
import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.Alerts;
import dev.sluice.integration.sandbox.deployed.ScheduledRule;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** What somebody who watches an environment does and sees: makes scans, reads reports, is told, asks for repairs. */
public final class Scans implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LATEST = "latest.json";

    private final Sandbox sandbox;
    private final Emulation emulation;
    private final S3Client s3;
    private final Alerts told;

    private Scans(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.emulation = sandbox.emulation().orElseThrow();
        this.s3 = sandbox.operator().client(S3Client.builder());
        this.told = Alerts.of(sandbox.operator().sqs(), sandbox.operator().sns(), sandbox.output("topic_arn_findings"));
    }

    /** Subscribes to what is told from now on. */
    public static Scans of(Sandbox sandbox) {
        return new Scans(sandbox);
    }

    /** It is time: the schedule goes off, and what follows is waited for. */
    public void tick() {
        emulation.goOff(ScheduledRule.of(emulation.deployed()).getFirst().name());
        sandbox.settle();
    }

    /** Makes a scan and reads its report. */
    public JsonNode scan() {
        var before = latest().map(report -> report.path("at").asText());
        tick();
        return latest().filter(
                        report -> !Optional.of(report.path("at").asText()).equals(before))
                .orElseThrow(() -> new AssertionError("the scan has left no report"));
    }

    /** The last report; empty where there is none. */
    public Optional<JsonNode> latest() {
        return object(LATEST).map(Scans::json);
    }

    /** What people read of a scan. */
    public String page(JsonNode report) {
        var at = report.path("at").asText();
        var millis = at.contains(".") ? at : at.replace("Z", ".000Z");
        return object("reports/" + millis + ".html")
                .orElseThrow(() -> new AssertionError("there is no page of the scan of " + at));
    }

    private Optional<String> object(String key) {
        try {
            return Optional.of(s3.getObjectAsBytes(request -> request.bucket(sandbox.output("bucket_name_reports"))
                            .key(key))
                    .asUtf8String());
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        }
    }

    /** The findings of a list of a report, {@code findings} or {@code resolved}, as {@code rule@address}. */
    public static List<String> ids(JsonNode report, String list) {
        return StreamSupport.stream(report.path(list).spliterator(), false)
                .map(finding -> finding.path("id").asText())
                .toList();
    }

    /** What was told of a finding since this was opened. */
    public List<JsonNode> told(String finding) {
        int at = finding.indexOf('@');
        return told.saying("\"" + finding.substring(0, at) + "\"").stream()
                .map(Scans::json)
                .filter(alert -> alert.path("resource").asText().equals(finding.substring(at + 1)))
                .toList();
    }

    /** All that was told since this was opened. */
    public List<String> told() {
        return told.saying("").stream()
                .map(Scans::json)
                .map(alert -> alert.path("rule").asText() + "@"
                        + alert.path("resource").asText())
                .toList();
    }

    /** Asks for repairs of what a scan found, and waits until it was answered. */
    public void repair(JsonNode report, boolean apply) {
        sandbox.operator()
                .put(
                        "repairs",
                        JSON.createObjectNode()
                                .put("scan", report.path("at").asText())
                                .put("apply", apply)
                                .toString());
        sandbox.settle();
    }

    /** Asks for repairs of single findings, and waits until it was answered. */
    public void repair(JsonNode report, boolean apply, List<String> findings) {
        var request =
                JSON.createObjectNode().put("scan", report.path("at").asText()).put("apply", apply);
        findings.forEach(request.putArray("findings")::add);
        sandbox.operator().put("repairs", request.toString());
        sandbox.settle();
    }

    /** What is recorded of what was asked after a scan, in a mode, {@code apply} or {@code dry-run}. */
    public List<Repair> repairs(JsonNode report, String finding, String mode) {
        var scan = Instant.parse(report.path("at").asText());
        return repairs(finding, mode).stream()
                .filter(repair -> repair.scan().equals(scan))
                .toList();
    }

    /** What is recorded of a finding's repairs in a mode, of all scans there ever were; the last first. */
    public List<Repair> repairs(String finding, String mode) {
        return items("repair")
                .filter(item -> finding.equals(text(item, "rule") + "@" + text(item, "resource"))
                        && text(item, "mode").equals(mode))
                .map(item -> new Repair(
                        Instant.parse(text(item, "scan")),
                        text(item, "outcome"),
                        text(item, "said"),
                        text(item, "before"),
                        text(item, "after")))
                .toList();
    }

    /**
     * What is recorded of a repair.
     *
     * @param scan when that was found of which it is a repair
     * @param outcome {@code REPAIRED}
     * @param said why
     * @param before how it was; empty where nothing was to be changed
     * @param after how it was to be
     */
    public record Repair(Instant scan, String outcome, String said, String before, String after) {}

    private Stream<Map<String, AttributeValue>> items(String partition) {
        return sandbox
                .operator()
                .dynamoDb()
                .queryPaginator(request -> request.tableName(sandbox.output("table_name_findings"))
                        .consistentRead(true)
                        .scanIndexForward(false)
                        .keyConditionExpression("pk = :p")
                        .expressionAttributeValues(Map.of(":p", AttributeValue.fromS(partition))))
                .items()
                .stream();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElse("");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("it is not JSON: " + text, e);
        }
    }

    @Override
    public void close() {
        told.close();
        s3.close();
    }
}
