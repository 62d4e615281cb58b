package dev.sluice.compliance.norm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which alarms are to be there, as a setting says it: {@code api-errors,processor-errors;scanner-errors} for two stacks. In
 * the account they bear the environment too: {@code sluice-api-errors-dev}.
 */
public final class AlarmNames {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private AlarmNames() {}

    /**
     * The names that the alarms have in the account, those of one stack together.
     *
     * @throws IllegalArgumentException where something else stands there
     */
    public static List<Set<String>> read(String text, String suffix) {
        var stacks = new ArrayList<Set<String>>();
        if (text.isEmpty()) {
            return stacks;
        }
        for (var stack : text.split(";", -1)) {
            var names = new LinkedHashSet<String>();
            for (var name : stack.split(",", -1)) {
                if (!NAME.matcher(name).matches()) {
                    throw new IllegalArgumentException(
                            "the names of alarms are words with commas between them, a semicolon between stacks");
                }
                names.add("sluice-" + name + "-" + suffix);
            }
            stacks.add(names);
        }
        return stacks;
    }
}
