package dev.sluice.integration.sandbox.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mapping template, as far as variables stand in it: {@code $context.x}, {@code $input.body},
 * {@code $input.params('x')} (AWS, "Mapping template transformations for REST APIs"). Statements such as {@code #set} are
 * refused when it is deployed, so that none is answered with the template's own text.
 *
 * @param text the template
 */
record Template(String text) {

    private static final String NAME =
            "(?:context\\.([A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*)|input\\.params\\('([^']+)'\\)|input\\.(body))";

    /** How many groups a name has; one in braces has its own after those. */
    private static final int GROUPS = 3;

    private static final Pattern VARIABLE = Pattern.compile("\\$" + NAME + "|\\$\\{" + NAME + "\\}");

    private static final Pattern STATEMENT = Pattern.compile("#(set|if|foreach|end)\\b");

    Template {
        if (STATEMENT.matcher(text).find()) {
            throw new IllegalStateException("statements of mapping templates are not worked out here: " + text);
        }
    }

    /** The text with the variables' values; one that is not there is an empty text, as Velocity has it there. */
    String render(JsonNode context, Received request) {
        return VARIABLE.matcher(text)
                .replaceAll(variable -> Matcher.quoteReplacement(value(variable, context, request)));
    }

    private static String value(MatchResult variable, JsonNode context, Received request) {
        var braced = variable.group().startsWith("${") ? GROUPS : 0;
        if (variable.group(1 + braced) != null) {
            return context.at("/" + variable.group(1 + braced).replace('.', '/'))
                    .asText("");
        }
        var parameter = variable.group(2 + braced);
        if (parameter != null) {
            return request.parameters()
                    .getOrDefault(parameter, List.of(request.header(parameter).orElse("")))
                    .getFirst();
        }
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
