package dev.sluice.compliance.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compliance.finding.Course;
import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.finding.Followed;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.compliance.repair.Proposals;
import dev.sluice.guard.graph.Place;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Severity;
import dev.sluice.guard.suppress.Suppressed;
import dev.sluice.guard.suppress.Suppression;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of what becomes of findings, over any number of scans that see anything. */
class ReconcilingProperties {

    private static final Instant FIRST = Instant.parse("2026-01-02T00:00:00Z");

    private static final Proposals PROPOSALS = finding -> finding.resource().endsWith("0")
            ? new Proposal.Planned(RepairKind.TAGS, finding.resource(), "none", "both")
            : new Proposal.ByHand();

    /** What a scan can see of one resource. */
    enum Seen {
        NOTHING,
        BROKEN,
        CANNOT_TELL,
        OUT_OF_REACH,
        SUPPRESSED
    }

    @Property
    void eachFindingTakesOneCourse(@ForAll("scans") List<Map<String, Seen>> scans) {
        for (var followed : all(scans)) {
            assertThat(followed.stream().map(one -> one.tracked().key())).doesNotHaveDuplicates();
        }
    }

    @Property
    void aFindingIsToldIffItIsNewOrCameBack(@ForAll("scans") List<Map<String, Seen>> scans) {
        List<Tracked> known = List.of();
        for (int i = 0; i < scans.size(); i++) {
            var open = keys(known.stream().filter(Tracked::isOpen).toList());
            var followed = scan(known, scans.get(i), i);
            var told = keys(followed.stream()
                    .filter(one -> one.course().isNews())
                    .map(Followed::tracked)
                    .toList());
            var due = new TreeSet<FindingKey>();
            scans.get(i).forEach((resource, seen) -> {
                if (seen == Seen.BROKEN && !open.contains(key(resource))) {
                    due.add(key(resource));
                }
            });
            assertThat(told).isEqualTo(due);
            known = tracked(followed);
        }
    }

    @Property
    void whatIsOpenIsResolvedOnlyWhenItCouldBeSeenToBeSoNoMore(@ForAll("scans") List<Map<String, Seen>> scans) {
        List<Tracked> known = List.of();
        for (int i = 0; i < scans.size(); i++) {
            var before = byKey(known);
            var followed = scan(known, scans.get(i), i);
            for (var one : followed) {
                var seen = scans.get(i).getOrDefault(one.tracked().key().resource(), Seen.NOTHING);
                var was = before.get(one.tracked().key());
                if (was != null && was.isOpen() && !one.tracked().isOpen()) {
                    assertThat(seen).isEqualTo(Seen.NOTHING);
                    assertThat(one.course()).isEqualTo(Course.RESOLVED);
                    assertThat(one.tracked().resolvedAt()).contains(at(i));
                }
                if (was != null && was.isOpen() && (seen == Seen.CANNOT_TELL || seen == Seen.OUT_OF_REACH)) {
                    assertThat(one).isEqualTo(new Followed(was, Course.CANNOT_TELL, false));
                }
            }
            known = tracked(followed);
        }
    }

    @Property
    void theSameSceneAgainChangesNothingButWhenItWasSeenLast(@ForAll("scans") List<Map<String, Seen>> scans) {
        var known = last(scans);
        var scene = scans.getLast();
        for (var one : scan(known, scene, scans.size())) {
            var before = byKey(known).get(one.tracked().key());
            assertThat(one.course().isNews() || one.course() == Course.RESOLVED).isFalse();
            assertThat(one.tracked())
                    .usingRecursiveComparison()
                    .ignoringFields("lastSeen")
                    .isEqualTo(before);
        }
    }

    @Property
    void aReturnIsCountedEachTimeWhatWasResolvedIsFoundAgain(@ForAll("scans") List<Map<String, Seen>> scans) {
        List<Tracked> known = List.of();
        for (int i = 0; i < scans.size(); i++) {
            var before = byKey(known);
            var followed = scan(known, scans.get(i), i);
            for (var one : followed) {
                var was = before.get(one.tracked().key());
                var counted = was == null ? 0 : was.returns();
                assertThat(one.tracked().returns()).isEqualTo(one.course() == Course.RETURNED ? counted + 1 : counted);
                assertThat(one.course() == Course.RETURNED)
                        .isEqualTo(was != null && !was.isOpen() && one.tracked().isOpen());
            }
            known = tracked(followed);
        }
    }

    @Property
    void whenItWasSeenFirstNeverChangesAndNothingIsForgotten(@ForAll("scans") List<Map<String, Seen>> scans) {
        List<Tracked> known = List.of();
        for (int i = 0; i < scans.size(); i++) {
            var after = byKey(tracked(scan(known, scans.get(i), i)));
            for (var was : known) {
                assertThat(after.get(was.key()).firstSeen()).isEqualTo(was.firstSeen());
            }
            known = List.copyOf(after.values());
        }
    }

    @Property
    void theOrderOfWhatIsKnownDoesNotMatter(@ForAll("scans") List<Map<String, Seen>> scans, @ForAll Random random) {
        var known = last(scans.subList(0, scans.size() - 1));
        var shuffled = new ArrayList<>(known);
        Collections.shuffle(shuffled, random);
        assertThat(scan(shuffled, scans.getLast(), scans.size())).isEqualTo(scan(known, scans.getLast(), scans.size()));
    }

    @Property
    void whatIsMarkedAsChangedIsWhatDiffersFromWhatWasKnown(@ForAll("scans") List<Map<String, Seen>> scans) {
        List<Tracked> known = List.of();
        for (int i = 0; i < scans.size(); i++) {
            var before = byKey(known);
            var followed = scan(known, scans.get(i), i);
            assertThat(followed)
                    .allSatisfy(one -> assertThat(one.isChanged())
                            .isEqualTo(!one.tracked()
                                    .equals(before.get(one.tracked().key()))));
            known = tracked(followed);
        }
    }

    @Property
    void whatIsSuppressedIsNeverToldCountedOrPlannedForRepair(@ForAll("scans") List<Map<String, Seen>> scans) {
        for (int i = 0; i < scans.size(); i++) {
            var scene = scans.get(i);
            for (var one : all(scans).get(i)) {
                if (scene.get(one.tracked().key().resource()) == Seen.SUPPRESSED) {
                    assertThat(one.course()).isIn(Course.SUPPRESSED, Course.PAST);
                    assertThat(one.course().isOpen() || one.course().isNews()).isFalse();
                    assertThat(one.course() == Course.SUPPRESSED
                                    && one.tracked().proposal() instanceof Proposal.Planned)
                            .isFalse();
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Map<String, Seen>>> scans() {
        var resources = Arbitraries.integers().between(0, 5).map(i -> "aws_sqs_queue.q" + i);
        return Arbitraries.maps(resources, Arbitraries.of(Seen.class))
                .ofMaxSize(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static List<List<Followed>> all(List<Map<String, Seen>> scans) {
        var all = new ArrayList<List<Followed>>();
        List<Tracked> known = List.of();
        for (int i = 0; i < scans.size(); i++) {
            all.add(scan(known, scans.get(i), i));
            known = tracked(all.getLast());
        }
        return all;
    }

    private static List<Tracked> last(List<Map<String, Seen>> scans) {
        return scans.isEmpty() ? List.of() : tracked(all(scans).getLast());
    }

    private static List<Followed> scan(List<Tracked> known, Map<String, Seen> scene, int number) {
        return Reconciling.of(known, judged(scene), PROPOSALS, at(number));
    }

    private static Instant at(int number) {
        return FIRST.plusSeconds(3_600L * number);
    }

    private static Judged judged(Map<String, Seen> scene) {
        var broken = new TreeMap<FindingKey, Finding>();
        var cannotTell = new TreeMap<FindingKey, Finding>();
        var suppressed = new TreeMap<FindingKey, Suppressed>();
        scene.forEach((resource, seen) -> {
            var key = key(resource);
            switch (seen) {
                case NOTHING, OUT_OF_REACH -> {}
                case BROKEN -> broken.put(key, finding(resource, new Finding.Broken("it is so")));
                case CANNOT_TELL -> cannotTell.put(key, finding(resource, new Finding.CannotTell("who knows")));
                case SUPPRESSED ->
                    suppressed.put(
                            key,
                            new Suppressed(
                                    finding(resource, new Finding.Broken("it is so")),
                                    new Suppression(
                                            key.rule(),
                                            resource,
                                            LocalDate.parse("2026-12-31"),
                                            "it is meant so",
                                            Suppression.Source.FILE,
                                            new Place("file", 1))));
            }
        });
        return new Judged(
                broken, cannotTell, suppressed, List.of(), key -> scene.get(key.resource()) == Seen.OUT_OF_REACH);
    }

    private static Finding finding(String resource, Finding.Verdict verdict) {
        var card = new Card("any-rule", Severity.WARNING, "It is so", "because", "mend it", "https://example.org");
        return new Finding(card, verdict, resource, new Place(resource, 0));
    }

    private static FindingKey key(String resource) {
        return new FindingKey("any-rule", resource);
    }

    private static List<Tracked> tracked(List<Followed> followed) {
        return followed.stream().map(Followed::tracked).toList();
    }

    private static Set<FindingKey> keys(List<Tracked> tracked) {
        return tracked.stream().map(Tracked::key).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<FindingKey, Tracked> byKey(List<Tracked> tracked) {
        return tracked.stream().collect(Collectors.toMap(Tracked::key, Function.identity()));
    }
}
