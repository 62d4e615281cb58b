package dev.sluice.guard.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.guard.json.FileMistake;
import dev.sluice.guard.json.Rows;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.suppress.Notices;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Findings that were there before anybody looked: they are not counted until they are gone.
 *
 * <p>A finding is known by its rule and its resource's address, so that it stays known when lines move. One that is there
 * twice is known twice: a third one of the same rule and address is new.
 *
 * @param entries what is known
 */
public record Baseline(List<Entry> entries) {

    /** Nothing is known. */
    public static final Baseline NONE = new Baseline(List.of());

    private static final String LIST = "findings";

    public Baseline {
        entries = entries.stream().sorted().toList();
    }

    /** A finding, without anything that changes while it stays. */
    public record Entry(String rule, String resource) implements Comparable<Entry> {

        private static final Comparator<Entry> ORDER =
                Comparator.comparing(Entry::rule).thenComparing(Entry::resource);

        static Entry of(Finding finding) {
            return new Entry(finding.rule().id(), finding.resource());
        }

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Findings beside a baseline.
     *
     * @param fresh those that it does not have
     * @param known those that it has
     * @param gone what it has and is no longer found
     */
    record Compared(List<Finding> fresh, List<Finding> known, List<Entry> gone) {}

    /** All that a report has, what is known among it; what is said of suppressions is for now and never known. */
    public static Baseline of(Report report) {
        return new Baseline(Stream.concat(report.broken().stream(), report.known().stream())
                .filter(finding -> !Notices.isOne(finding))
                .map(Entry::of)
                .toList());
    }

    /**
     * The baseline of a file.
     *
     * @param file its name, for messages
     * @param text what is in it
     */
    public static Baseline read(String file, String text) throws FileMistake {
        return new Baseline(Rows.read(file, text, LIST, Set.of("rule", "resource")).stream()
                .map(row -> new Entry(row.get("rule"), row.get("resource")))
                .toList());
    }

    /** The file of this baseline. */
    public String json() {
        return JsonOut.indented(this::write);
    }

    private void write(JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeArrayFieldStart(LIST);
        for (var entry : entries) {
            to.writeStartObject();
            to.writeStringField("rule", entry.rule());
            to.writeStringField("resource", entry.resource());
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeEndObject();
    }

    /** Findings, those that are known apart from the others. */
    Compared compare(List<Finding> findings) {
        var gone = new Multiset<Entry>();
        entries.forEach(gone::add);
        var fresh = new ArrayList<Finding>();
        var known = new ArrayList<Finding>();
        findings.stream()
                .sorted(Report.ORDER)
                .forEach(finding -> (gone.remove(Entry.of(finding)) ? known : fresh).add(finding));
        return new Compared(
                fresh, known, entries.stream().distinct().flatMap(gone::left).toList());
    }
}
