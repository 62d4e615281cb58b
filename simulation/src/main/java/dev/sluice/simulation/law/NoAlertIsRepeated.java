package dev.sluice.simulation.law;

import dev.sluice.simulation.world.Publication;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An alert is published again only where a fault came between publishing it and recording that. */
final class NoAlertIsRepeated implements Law {

    @Override
    public String sentence() {
        return "no alert is published twice without a fault that explains it, nor once it is recorded";
    }

    @Override
    public List<String> broken(Run run) {
        var broken = new ArrayList<String>();
        for (var published : byAlert(run).values()) {
            for (var later = 1; later < published.size(); later++) {
                for (var earlier = 0; earlier < later; earlier++) {
                    check(published.get(earlier), published.get(later), broken);
                }
            }
        }
        var rows = new LinkedHashMap<String, Integer>();
        run.state().alerts().forEach(row -> rows.merge(row.alertId(), 1, Integer::sum));
        rows.forEach((alertId, count) -> {
            if (count > byAlert(run).getOrDefault(alertId, List.of()).size()) {
                broken.add(alertId + " is there " + count + " times");
            }
        });
        return broken;
    }

    private static void check(Publication earlier, Publication later, List<String> broken) {
        if (earlier.isRecordedBefore(later)) {
            broken.add(later + " was published although it was recorded by " + earlier);
        } else if (!earlier.isExcused(later) && !later.isExcused(earlier)) {
            broken.add(later + " was published again, and nothing went wrong with " + earlier);
        }
    }

    private static Map<String, List<Publication>> byAlert(Run run) {
        var byAlert = new LinkedHashMap<String, List<Publication>>();
        for (var publication : run.world().journal().publications()) {
            if (publication.isPublished()) {
                byAlert.computeIfAbsent(publication.alertId(), id -> new ArrayList<>())
                        .add(publication);
            }
        }
        return byAlert;
    }
}
