package dev.sluice.infra.docs;

import static dev.sluice.infra.docs.Markdown.code;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.infra.Synthesized;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rights, policies and keys of the stacks as Markdown, within the page that people write. */
final class SecurityDocument {

    private static final String BEGIN =
            "<!-- Generated from the synthesized Terraform. To write it anew: " + Page.COMMAND + " -->";
    private static final String END = "<!-- end: rights and keys -->";

    /** What keeps data. */
    static final List<String> KEEPERS = List.of(
            "aws_cloudwatch_log_group",
            "aws_dynamodb_table",
            "aws_s3_bucket_server_side_encryption_configuration",
            "aws_secretsmanager_secret",
            "aws_sns_topic",
            "aws_sqs_queue");

    private SecurityDocument() {}

    /** The page with the stacks' rights and keys, by the stack's name; all else stays as somebody wrote it. */
    static String of(SequencedMap<String, Synthesized> stacks, String page) {
        var begin = page.indexOf(BEGIN);
        var end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("docs/security.md lacks the lines " + BEGIN + " and " + END);
        }
        var parts = stacks.entrySet().stream()
                .flatMap(stack -> lines(stack.getKey(), stack.getValue()))
                .collect(Collectors.joining("\n"));
        return page.substring(0, begin) + BEGIN + "\n\n" + parts + "\n" + page.substring(end);
    }

    private static Stream<String> lines(String name, Synthesized stack) {
        var rights = new Rights(stack);
        return Stream.of(
                "## The stack " + name + ": what its roles may do",
                "",
                "Each statement of each role's policy, as `dev` has it.",
                "",
                Markdown.table(List.of("role", "statement", "may", "on", "when"), rights.ofRoles()),
                "## The stack " + name + ": who may take its roles",
                "",
                Markdown.table(List.of("role", "who", "may"), rights.ofWhoTakesRoles()),
                "## The stack " + name + ": what its functions, queues, topics and buckets allow",
                "",
                "What has no policy of its own is not listed: roles of this account alone come in, by the tables above.",
                "",
                Markdown.table(List.of("policy of", "who", "may", "on", "when"), rights.ofResources()),
                "## The stack " + name + ": who may use its key",
                "",
                Markdown.table(List.of("key", "statement", "who", "may", "when"), rights.ofKeys()),
                "## The stack " + name + ": what is encrypted with which key",
                "",
                "Everything that keeps data.",
                "",
                Markdown.table(List.of("what", "key"), keys(stack)));
    }

    private static List<List<String>> keys(Synthesized stack) {
        return KEEPERS.stream()
                .flatMap(type -> stack.all(type).entrySet().stream()
                        .map(resource -> List.of(code(type + "." + resource.getKey()), key(resource.getValue()))))
                .toList();
    }

    private static String key(JsonNode resource) {
        var keys = Synthesized.references(resource).stream()
                .filter(address -> address.startsWith("aws_kms_key."))
                .map(Markdown::code)
                .collect(Collectors.joining(", "));
        return keys.isEmpty() ? "**AWS's own**" : keys;
    }
}
