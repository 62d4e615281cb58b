package dev.sluice.guard.report;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import java.util.List;

/**
 * What rules said of infrastructure, before anything is suppressed, known or too small to tell.
 *
 * @param files the files that were read
 * @param resources what is in them
 * @param unreadable what could not be read
 * @param rules the rules that were asked
 * @param findings what they said
 */
public record Checked(
        List<String> files,
        List<Resource> resources,
        List<Unreadable> unreadable,
        List<Card> rules,
        List<Finding> findings) {

    public Checked {
        files = List.copyOf(files);
        resources = List.copyOf(resources);
        unreadable = List.copyOf(unreadable);
        rules = List.copyOf(rules);
        findings = List.copyOf(findings);
    }
}
