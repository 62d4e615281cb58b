package dev.sluice.simulation.law;

import dev.sluice.handlers.notifying.Alerts;
import dev.sluice.handlers.port.Alert;
import dev.sluice.handlers.port.Notification;
import dev.sluice.handlers.port.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each flagged transaction has an alert for each reason and each conflict has one, and there are no others. */
final class AlertsAreExact implements Law {

    @Override
    public String sentence() {
        return "there is an alert for every conflict and every reason of every flagged transaction, and no other";
    }

    @Override
    public List<String> broken(Run run) {
        var broken = new ArrayList<String>();
        var expected = expected(run.state());
        var found = new HashMap<String, State.AlertRow>();
        for (var row : run.state().alerts()) {
            found.put(row.alertId(), row);
            var wanted = expected.getOrDefault(row.alertId(), List.of());
            if (wanted.stream().noneMatch(alert -> says(row, alert))) {
                broken.add(row + (wanted.isEmpty() ? " should not be there" : " should be one of " + wanted));
            }
        }
        for (var wanted : expected.entrySet()) {
            var id = wanted.getValue().getFirst().identity().id();
            if (!found.containsKey(wanted.getKey())
                    && run.state().letters().stream().noneMatch(letter -> isAbout(letter, id, run))) {
                broken.add("there is no alert " + wanted.getKey());
            }
        }
        return broken;
    }

    private static boolean isAbout(Letter letter, String id, Run run) {
        return letter.mentions(id)
                || run.state().stored().stream()
                        .filter(s -> s.identity().id().equals(id))
                        .anyMatch(s -> letter.isOfRow(s.row()));
    }

    private static boolean says(State.AlertRow row, Alert alert) {
        return row.identity().equals(alert.identity())
                && row.reason().equals(alert.reason())
                && row.sentence().equals(alert.sentence())
                && row.score() == alert.score();
    }

    private static Map<String, List<Alert>> expected(State state) {
        var notifications = new ArrayList<Notification>();
        for (var stored : state.stored()) {
            stored.assessment()
                    .filter(assessment -> assessment.risk().flagged())
                    .ifPresent(assessment -> notifications.add(new Notification.Flagged(
                            stored.identity(),
                            stored.transaction().accountId(),
                            assessment.risk(),
                            new Trace(stored.correlationId(), Optional.empty()))));
        }
        for (var conflict : state.conflicts()) {
            notifications.add(new Notification.Conflicting(
                    conflict.identity(),
                    conflict.fingerprint(),
                    conflict.receivedAt(),
                    new Trace(conflict.correlationId(), Optional.empty())));
        }
        var expected = new HashMap<String, List<Alert>>();
        for (var notification : notifications) {
            for (var alert : Alerts.of(notification)) {
                expected.computeIfAbsent(alert.alertId(), id -> new ArrayList<>())
                        .add(alert);
            }
        }
        return expected;
    }
}
