package dev.sluice.blueprint;

import dev.sluice.blueprint.Resource.Bucket;
import dev.sluice.blueprint.Resource.DeadLetterQueue;
import dev.sluice.blueprint.Resource.Environment;
import dev.sluice.blueprint.Resource.Keys;
import dev.sluice.blueprint.Resource.Queue;
import dev.sluice.blueprint.Resource.Table;
import dev.sluice.blueprint.Resource.Topic;
import dev.sluice.blueprint.Trigger.Messages;
import dev.sluice.blueprint.Trigger.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What watches the pipeline where it is deployed: a scanner that holds the guard's rules against what is there, and a
 * remediator that puts right what can be without harm. It is deployed alone, and finds what it watches by tags and names.
 */
public final class Compliance {

    private static final Duration FOURTEEN_DAYS = Duration.ofDays(14);

    /** What is watched: all that bears the environment's tags or suffix, this stack's own parts among it. */
    public static final Environment WATCHED = new Environment("watched");

    /** Every finding with its history, every scan, every repair. */
    public static final Table FINDINGS_TABLE = new Table("findings", new Keys("pk", "sk"), List.of());

    /** The reports of every scan, for people and for programs. */
    public static final Bucket REPORTS_BUCKET = new Bucket("reports");

    /** What was found that was not there before, and what came back; each once. */
    public static final Topic FINDINGS_TOPIC = new Topic("findings");

    /** Requests to repair what a scan found. */
    public static final Queue REPAIRS_QUEUE = new Queue(
            "repairs",
            Duration.ofMinutes(12),
            Duration.ofDays(4),
            5,
            new DeadLetterQueue("repairs-dlq", FOURTEEN_DAYS));

    /** Scans that failed. */
    public static final DeadLetterQueue SCANNER_DEAD_LETTERS = new DeadLetterQueue("scanner-dlq", FOURTEEN_DAYS);

    /** How often the environment is looked at where nobody says otherwise. */
    public static final Schedule SCHEDULE = new Schedule("scan", Duration.ofHours(1));

    /** How things are to be; the scanner proposes repairs by it. */
    public static final Setting NORM = new Setting(
            "NORM",
            "How things are to be, as JSON: the tags of the environment, the days that log groups and dead-letter queues keep"
                    + " what they hold, the name of the account's AWS Config recorder.");

    /** Which alarms are to be there: that one of many is gone, no rule sees by looking at those that are left. */
    public static final Setting ALARMS = new Setting(
            "ALARMS",
            "The names of the alarms of each stack, without the environment in them: commas between names, a semicolon between"
                    + " stacks.");

    /** What is not to be told of. */
    public static final Setting SUPPRESSIONS = new Setting(
            "SUPPRESSIONS",
            "What the guard finds and the settings decided, as the guard's suppressions file has it; at most 2 KB.");

    /** Whether repairs are made or only told. */
    public static final Setting REPAIRS =
            new Setting("REPAIRS", "apply to make repairs, dry-run to only write down what would be done.");

    /** Reads what is deployed, holds the rules against it, writes the report, tells of what is new. */
    public static final Function SCANNER = new Function(
            "scanner",
            "Holds the guard's rules against what is deployed and tells of what is new",
            "dev.sluice.compliance.aws.ScannerEntry",
            1_024,
            Duration.ofMinutes(5),
            List.of(SCHEDULE),
            List.of(
                    Use.inspects(WATCHED),
                    Use.reads(FINDINGS_TABLE),
                    Use.writes(FINDINGS_TABLE),
                    Use.stores(REPORTS_BUCKET),
                    Use.publishes(FINDINGS_TOPIC),
                    Use.sends(REPAIRS_QUEUE)),
            List.of(NORM, ALARMS, SUPPRESSIONS, Pipeline.METRICS),
            Asynchronous.standard(SCANNER_DEAD_LETTERS),
            Optional.empty());

    /** Puts right what can be without harm; tells what it would do unless it is told to do it. */
    public static final Function REMEDIATOR = new Function(
            "remediator",
            "Puts right what the scanner found and can be put right without harm",
            "dev.sluice.compliance.aws.RemediatorEntry",
            512,
            Duration.ofMinutes(2),
            List.of(new Messages(REPAIRS_QUEUE, 1, 2)),
            List.of(Use.repairs(WATCHED), Use.reads(FINDINGS_TABLE), Use.writes(FINDINGS_TABLE)),
            List.of(NORM, REPAIRS, Pipeline.METRICS),
            Asynchronous.standard(REPAIRS_QUEUE.deadLetters()),
            Optional.of(new Metrics.Records(Metrics.NOT_RUN, List.of(Metrics.REPAIR_RUNS))));

    /** All of it, in the order a finding meets it. */
    public static final Blueprint BLUEPRINT = new Blueprint(List.of(SCANNER, REMEDIATOR));

    private Compliance() {}
}
