package dev.sluice.integration.sandbox.alarm;

import dev.sluice.integration.sandbox.authorize.Judge;
import dev.sluice.integration.sandbox.deployed.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether somebody is told of every trouble, and whether every alarm is there for one. */
public final class Watch {

    private Watch() {}

    /**
     * The troubles that nobody is told of, each with its cause. An alarm tells of one when it is OK while all is well, goes
     * off in the trouble, and has an action on a topic that takes it.
     */
    public static List<String> unheard(Deployment deployment, Judge judge) {
        var alarms = DeployedAlarm.of(deployment);
        var bell = new Bell(deployment, judge);
        return Trouble.of(deployment).stream()
                .flatMap(trouble -> unheard(trouble, alarms, bell).stream())
                .toList();
    }

    /** The alarms that no trouble sets off. */
    public static List<String> idle(Deployment deployment) {
        var troubles = Trouble.of(deployment);
        return DeployedAlarm.of(deployment).stream()
                .filter(alarm -> troubles.stream().noneMatch(trouble -> goesOff(alarm, trouble)))
                .map(alarm -> alarm.name() + " is set off by nothing that can happen to what was deployed")
                .toList();
    }

    /** The alarms that a trouble sets off. */
    public static List<DeployedAlarm> heard(Deployment deployment, Trouble trouble) {
        return DeployedAlarm.of(deployment).stream()
                .filter(alarm -> goesOff(alarm, trouble))
                .toList();
    }

    private static boolean goesOff(DeployedAlarm alarm, Trouble trouble) {
        if (!trouble.showsIn(alarm)) {
            return false;
        }
        var before = alarm.evaluate(trouble.healthy(), trouble.now());
        return before.isOk()
                && alarm.evaluate(trouble.data(), trouble.now(), before).isAlarm();
    }

    private static Optional<String> unheard(Trouble trouble, List<DeployedAlarm> alarms, Bell bell) {
        var off = alarms.stream().filter(alarm -> goesOff(alarm, trouble)).toList();
        if (off.isEmpty()) {
            return Optional.of(nobody(trouble) + "no alarm of what was deployed goes off for " + trouble.shownBy()
                    + String.join("", instead(trouble, alarms)));
        }
        var muted = off.stream().map(bell::muted).toList();
        return muted.contains(Optional.<String>empty())
                ? Optional.empty()
                : Optional.of(nobody(trouble)
                        + String.join(
                                "; ", muted.stream().flatMap(Optional::stream).toList()));
    }

    private static String nobody(Trouble trouble) {
        return "nobody is told when " + trouble.what() + ": ";
    }

    /** How those stand that look at it and do not go off. */
    private static List<String> instead(Trouble trouble, List<DeployedAlarm> alarms) {
        var found = new ArrayList<String>();
        for (var alarm : alarms) {
            if (trouble.showsIn(alarm)) {
                var before = alarm.evaluate(trouble.healthy(), trouble.now());
                var after = alarm.evaluate(trouble.data(), trouble.now(), before);
                found.add("; " + alarm.name() + " is " + before.standing() + " while all is well and then "
                        + after.standing() + " (" + after.why() + ")");
            }
        }
        return found;
    }
}
