package dev.sluice.infra.settings;

import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Trigger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything that can be chosen, once; {@code docs/settings.md} is made from it.
 *
 * <p>Names are lower-case words joined by underscores; what belongs to one function begins with {@code function.NAME}.
 */
public final class Options {

    /** The functions of every stack: they share an account, and so what it has of everything. */
    public static final List<Function> FUNCTIONS = Stream.of(Pipeline.BLUEPRINT, Compliance.BLUEPRINT)
            .flatMap(blueprint -> blueprint.functions().stream())
            .toList();

    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");
    private static final Pattern TAG_KEY = Pattern.compile("(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}");
    private static final Pattern TAG_VALUE = Pattern.compile("[A-Za-z0-9 _.:/=+@-]{1,256}");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern WORDS = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\"$]{1,64}@[A-Za-z0-9.-]{1,189}");
    private static final Pattern RECORDER = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Pattern ANY_KEY = Pattern.compile("[A-Za-z0-9_.-]{1,80}");
    private static final List<Integer> RETENTIONS = List.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    public static final Option<Optional<String>> REGION_NAME = Option.of(
            "region",
            Form.optionalText(REGION, "the name of a region, such as \"eu-west-2\""),
            Optional.empty(),
            "Where it is deployed to. Where it is left out, the variable AWS_REGION says so, or whatever else "
                    + "Terraform's provider goes by.");

    public static final Option<String> COST_CENTER = Option.of(
            "cost_center",
            Form.text(TAG_VALUE, "1 to 256 letters, digits, spaces and _.:/=+@-"),
            "sluice",
            "Whom it is charged to: the value of the tag CostCenter. The variable COST_CENTER says so as well.");

    public static final Option<Map<String, String>> TAGS = Option.of(
            "tags",
            Form.textByName(
                    TAG_KEY,
                    TAG_VALUE,
                    40,
                    "an object of at most 40 tags, each 1 to 256 letters, digits, spaces and _.:/=+@-, none of them"
                            + " named aws:…"),
            Map.of(),
            "Further tags of everything that can be tagged. Environment, Project, ManagedBy and CostCenter are always "
                    + "there and cannot be changed here.");

    public static final Option<Optional<String>> STATE_BUCKET = Option.of(
            "state_bucket",
            Form.optionalText(BUCKET, "the name of an S3 bucket"),
            Optional.empty(),
            "The bucket that keeps Terraform's state, locked by S3 itself. It is not made here and should keep "
                    + "versions. Where it is left out, the state is a file beside cdktf.json.");

    public static final Option<Optional<String>> STATE_REGION = Option.of(
            "state_region",
            Form.optionalText(REGION, "the name of a region, such as \"eu-west-2\""),
            Optional.empty(),
            "Where the state's bucket is; where it is left out, the region that is deployed to.");

    public static final Option<LambdaRuntime> RUNTIME = Option.of(
            "runtime",
            Form.word(Arrays.asList(LambdaRuntime.values()), LambdaRuntime::word),
            LambdaRuntime.MANAGED,
            "What the pipeline's functions run on: Lambda's java21, or a Java of their own with a cache of their classes, which "
                    + "starts sooner, is yours to patch, and is made on Linux x86_64 by a JDK from 25 on. With \"own\" the default "
                    + "of architecture is x86_64, and functions that would start from a snapshot start cold.");

    public static final Option<Architecture> ARCHITECTURE = Option.of(
            "architecture",
            Form.word(Arrays.asList(Architecture.values()), Architecture::word),
            Architecture.ARM64,
            "The processor that functions run on; arm64 costs a fifth less a second.");

    public static final Option<Integer> LOG_RETENTION =
            Option.of("log_retention_days", Form.oneOf(RETENTIONS), 30, "How long log groups keep a line, in days.");

    public static final Option<Integer> ACCOUNT_CONCURRENCY = Option.of(
            "account_concurrency",
            Form.wholeNumber(10, 1_000_000),
            1_000,
            "The account's quota of concurrent executions in that region. What functions reserve must leave 100 of it; "
                    + "`./sluice preflight` compares it with the account. A new account may have 10: reserve \"none\" there.");

    public static final Option<Boolean> EVENT_SOURCES_ENABLED = Option.of(
            "event_sources_enabled",
            Form.yesOrNo(),
            true,
            "Whether stream and queue are read. Switch it off to hold the enricher and the notifier back while something "
                    + "is mended. What waits is kept: messages for 14 days, a stream's records until they are older than "
                    + "12 hours and end as dead letters.");

    public static final Option<Boolean> DELETION_PROTECTION = Option.of(
            "deletion_protection",
            Form.yesOrNo(),
            false,
            true,
            true,
            "Whether the tables refuse to be deleted, and the bucket of reports while it holds one. `cdktf destroy` needs it off, "
                    + "and deployed as such.");

    public static final Option<Integer> KEY_RECOVERY = Option.of(
            "key_recovery_days",
            Form.wholeNumber(7, 30),
            7,
            30,
            30,
            "How long a deleted encryption key can be brought back, in days; after that nothing it encrypted can be read.");

    public static final Option<Integer> SECRET_RECOVERY = Option.of(
            "secret_recovery_days",
            new Form<>(
                    "0, or a whole number from 7 to 30",
                    json -> Form.wholeNumber(0, 30).reading().apply(json).filter(n -> n == 0 || n >= 7),
                    String::valueOf),
            0,
            7,
            30,
            "How long a source's deleted secret can be brought back, in days; with 0 it is gone at once, and its name is "
                    + "free for the next deploy.");

    public static final Option<Integer> API_RATE = Option.of(
            "api_rate",
            Form.wholeNumber(1, 100_000),
            10_000,
            "Requests a second that the API's stage takes from all its clients together; beyond it they are answered "
                    + "429. It takes no more than the account's own quota, which is 10,000 unless AWS raised it.");

    public static final Option<Integer> API_BURST = Option.of(
            "api_burst",
            Form.wholeNumber(1, 100_000),
            5_000,
            "Requests at one moment that the stage takes beyond that rate.");

    public static final Option<List<String>> CLIENTS = Option.of(
            "clients",
            Form.texts(
                    WORDS,
                    1,
                    100,
                    "a list of 1 to 100 different names of 1 to 40 lower-case letters, digits and inner dashes"),
            List.of("default"),
            "Who sends: each has an API key and a usage plan of its own. The key meters, a source's signature proves.");

    public static final Option<Integer> CLIENT_RATE = Option.of(
            "client_rate",
            Form.wholeNumber(1, 100_000),
            50,
            "Requests a second that are taken from one client; beyond it, it is answered 429.");

    public static final Option<Integer> CLIENT_BURST = Option.of(
            "client_burst",
            Form.wholeNumber(1, 100_000),
            100,
            "Requests at one moment that are taken from one client beyond that rate.");

    public static final Option<Boolean> ACCESS_LOGS = Option.of(
            "access_logs",
            Form.yesOrNo(),
            false,
            true,
            true,
            "Whether the API writes a line for each request. It needs the account's CloudWatch role for API Gateway, which "
                    + "exists once an account and region and is never made here; `./sluice preflight` looks for it.");

    public static final Option<String> SOURCES = Option.of(
            "sources",
            Form.object(
                    WORDS,
                    1,
                    3_000,
                    "an object with a member for each source, named by 1 to 40 lower-case letters, digits and inner dashes,"
                            + " of at most 3000 bytes"),
            "{\"default\":{\"zone\":\"Etc/UTC\",\"longestAge\":\"P30D\"}}",
            "Who may send, and what each is held to, in the form of the README's sources.json. Each gets a secret in "
                    + "Secrets Manager, empty until somebody fills it.");

    public static final Option<String> RISK = Option.of(
            "risk",
            Form.object(ANY_KEY, 0, 2_000, "an object of at most 2000 bytes"),
            "{}",
            "What differs from the risk rules' defaults, in the form of the README's risk.json.");

    public static final Option<List<String>> OPERATORS = Option.of(
            "operators",
            Form.texts(EMAIL, 0, 20, "a list of at most 20 different e-mail addresses"),
            List.of(),
            "Who gets a mail when an alarm changes, and when something deployed is found to break a rule. Each has to confirm the subscription that SNS mails to it.");

    public static final Option<Integer> ERROR_PERCENT = Option.of(
            "alarm_error_percent",
            Form.wholeNumber(1, 100),
            1,
            "The alarm goes off when more than this share of a function's invocations, of a consumer's records or of the "
                    + "API's requests failed within 5 minutes.");

    public static final Option<Integer> LEAST_INVOCATIONS = Option.of(
            "alarm_least_invocations",
            Form.wholeNumber(1, 1_000_000),
            10,
            20,
            20,
            "With fewer of them within 5 minutes a share says nothing, and no such alarm goes off.");

    public static final Option<Integer> DURATION_PERCENT = Option.of(
            "alarm_duration_percent",
            Form.wholeNumber(1, 100),
            80,
            "The alarm goes off when the slowest hundredth of a function's invocations took more than this share of its "
                    + "timeout, three times 5 minutes in a row.");

    public static final Option<Integer> THROTTLES = Option.of(
            "alarm_throttles",
            Form.wholeNumber(1, 1_000_000),
            10,
            "The alarm goes off when a function was refused an execution this often within 5 minutes.");

    public static final Option<Integer> ITERATOR_AGE = Option.of(
            "alarm_iterator_age_seconds",
            Form.wholeNumber(60, 86_400),
            300,
            "The alarm goes off when a stream's oldest unread record is this old. Records are gone after 24 hours.");

    public static final Option<Integer> QUEUE_AGE = Option.of(
            "alarm_queue_age_seconds",
            Form.wholeNumber(60, 86_400),
            900,
            "The alarm goes off when the oldest message of a queue of work has waited this long.");

    public static final Option<Optional<Integer>> SILENCE = Option.of(
            "alarm_silence_minutes",
            new Form<>(
                    "\"none\", or a multiple of 5 from 5 to 1440",
                    json -> Form.wholeNumberOrNone(5, 1_440)
                            .reading()
                            .apply(json)
                            .filter(n -> n.map(minutes -> minutes % 5 == 0).orElse(true)),
                    value -> value.map(String::valueOf).orElse("\"none\"")),
            Optional.empty(),
            Optional.empty(),
            Optional.of(60),
            "The alarm goes off when no transaction was accepted for so long.");

    public static final Option<String> CONFIG_RECORDER = Option.of(
            "config_recorder",
            Form.text(RECORDER, "1 to 256 letters, digits, _ and -"),
            "default",
            "The account's AWS Config recorder. An account has one a region: it is referred to and never made here.");

    public static final Option<Integer> SCAN_EVERY = Option.of(
            "scan_every_minutes",
            // No oftener than a scan may take, twice; no seldomer than an alarm can look at two of them: a day.
            Form.wholeNumber(10, 720),
            Math.toIntExact(Compliance.SCHEDULE.every().toMinutes()),
            "How long from one scan of what is deployed to the next. The alarm goes off when two in a row are missed.");

    public static final Option<Boolean> SCAN_ENABLED = Option.of(
            "scan_enabled",
            Form.yesOrNo(),
            true,
            "Whether it is scanned by the clock. Switched off, only whoever invokes the scanner has it scan, and no alarm asks "
                    + "after a scan that was missed.");

    public static final Option<Repairs> REPAIRS = Option.of(
            "repairs",
            Form.word(Arrays.asList(Repairs.values()), Repairs::word),
            Repairs.DRY_RUN,
            "Whether what can be put right without harm is, or is only written down. A request to the repairs queue may "
                    + "say otherwise for itself.");

    public static final Option<Integer> REPORT_DAYS = Option.of(
            "report_days",
            Form.wholeNumber(14, 3_650),
            30,
            90,
            365,
            "How long the report of a scan is kept, in days. What a later one replaced, and what was deleted, is kept for 7.");

    /** All of them: the general ones, then those of each function. */
    public static final List<Option<?>> ALL = Stream.concat(
                    Stream.of(
                            REGION_NAME,
                            COST_CENTER,
                            TAGS,
                            STATE_BUCKET,
                            STATE_REGION,
                            RUNTIME,
                            ARCHITECTURE,
                            LOG_RETENTION,
                            ACCOUNT_CONCURRENCY,
                            EVENT_SOURCES_ENABLED,
                            DELETION_PROTECTION,
                            KEY_RECOVERY,
                            SECRET_RECOVERY,
                            API_RATE,
                            API_BURST,
                            CLIENTS,
                            CLIENT_RATE,
                            CLIENT_BURST,
                            ACCESS_LOGS,
                            SOURCES,
                            RISK,
                            OPERATORS,
                            ERROR_PERCENT,
                            LEAST_INVOCATIONS,
                            DURATION_PERCENT,
                            THROTTLES,
                            ITERATOR_AGE,
                            QUEUE_AGE,
                            SILENCE,
                            CONFIG_RECORDER,
                            SCAN_EVERY,
                            SCAN_ENABLED,
                            REPAIRS,
                            REPORT_DAYS),
                    FUNCTIONS.stream().flatMap(f -> Stream.<Option<?>>of(memory(f), reservedConcurrency(f), start(f))))
            .toList();

    private Options() {}

    /** The memory of a function, in MB; by default the blueprint's. */
    public static Option<Integer> memory(Function function) {
        return Option.of(
                of(function, "memory"),
                Form.wholeNumber(128, 10_240),
                function.memoryMegabytes(),
                "The function's memory in MB; more is also more processor.");
    }

    /** How many executions are kept for a function, and are its most; or none. */
    public static Option<Optional<Integer>> reservedConcurrency(Function function) {
        return Option.of(
                of(function, "reserved_concurrency"),
                Form.wholeNumberOrNone(1, 100_000),
                isWatch(function) ? Optional.empty() : Optional.of(5),
                isWatch(function) ? Optional.empty() : Optional.of(20),
                isWatch(function) ? Optional.empty() : Optional.of(100),
                "Executions that are kept for the function, and its most at once. With \"none\" it takes what the account "
                        + "has left.");
    }

    /** How a function is ready before its first event. */
    public static Option<Start> start(Function function) {
        var senderWaits = function.triggers().stream()
                .anyMatch(t -> t instanceof Trigger.Route route && route.access() == Trigger.Access.SENDER);
        Start usual = isWatch(function) ? new Start.Cold() : new Start.SnapStart();
        return Option.of(
                of(function, "start"),
                Start.FORM,
                usual,
                usual,
                senderWaits ? new Start.Provisioned(10) : usual,
                "How the function is ready before its first event: from a snapshot, kept warm (and paid for all day), or "
                        + "not at all.");
    }

    /** What watches the pipeline: it takes nothing from what it watches, and nobody waits for it. */
    static boolean isWatch(Function function) {
        return Compliance.BLUEPRINT.functions().contains(function);
    }

    private static String of(Function function, String what) {
        return "function." + function.name() + "." + what;
    }
}
