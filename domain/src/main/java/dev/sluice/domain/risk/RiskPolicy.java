package dev.sluice.domain.risk;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each risk rule counts, from where on it fires, and from which score on a transaction is flagged.
 *
 * @param values by the names of {@link #settings()}; what is not given has its standard
 */
public record RiskPolicy(Map<String, BigDecimal> values) {

    private static final Setting FLAG_AT = Setting.of(
            "flag_at",
            Unit.SCORE,
            "40",
            "the score from which on a transaction is flagged",
            "no weak sign flags alone, two or three together do");

    private static final Map<String, Setting> SETTINGS = catalogue();

    /**
     * Completes and checks what is given.
     *
     * @throws IllegalArgumentException if there is no such setting or it cannot have that value, naming it
     */
    public RiskPolicy {
        var complete = new HashMap<String, BigDecimal>();
        SETTINGS.forEach((name, setting) -> setting.standard().ifPresent(value -> complete.put(name, value)));
        values.forEach((name, value) -> complete.put(name, checked(name, value)));
        values = Map.copyOf(complete);
    }

    public static RiskPolicy standard() {
        return new RiskPolicy(Map.of());
    }

    /** Every setting there is: the score that flags, then rule by rule in the order of the catalogue. */
    public static List<Setting> settings() {
        return List.copyOf(SETTINGS.values());
    }

    /**
     * The same policy but for one value.
     *
     * @param setting a name of {@link #settings()}
     * @throws IllegalArgumentException if there is no such setting or it cannot have that value, naming it
     */
    public RiskPolicy with(String setting, BigDecimal value) {
        var changed = new HashMap<>(values);
        changed.put(setting, value);
        return new RiskPolicy(changed);
    }

    /** The score from which on a transaction is flagged, 1 to 100. */
    public int flagAt() {
        return number(FLAG_AT).intValueExact();
    }

    /** What a rule adds to the score, 0 to 100; one with 0 is off. */
    public int points(RiskRule rule) {
        return number(rule.points()).intValueExact();
    }

    /** A setting's value, where it has one. */
    Optional<BigDecimal> value(Setting setting) {
        return Optional.ofNullable(values.get(setting.name()));
    }

    /** The value of a setting that has a standard. */
    BigDecimal number(Setting setting) {
        return value(setting).orElseThrow();
    }

    /** The value of a setting that counts. */
    long count(Setting setting) {
        return number(setting).longValueExact();
    }

    private static BigDecimal checked(String name, BigDecimal value) {
        var setting = SETTINGS.get(name);
        if (setting == null) {
            throw new IllegalArgumentException("there is no risk setting " + name);
        }
        if (!setting.unit().allows(value)) {
            throw new IllegalArgumentException(
                    "the risk setting " + name + " is " + setting.unit().range() + ", not " + value);
        }
        // 40, 40.0 and 4E+1 are one value: a policy is equal to another where every rule decides alike.
        return value.setScale(Math.max(0, value.stripTrailingZeros().scale()));
    }

    private static Map<String, Setting> catalogue() {
        var settings = new LinkedHashMap<String, Setting>();
        settings.put(FLAG_AT.name(), FLAG_AT);
        for (var rule : RiskRules.ALL) {
            settings.put(rule.points().name(), rule.points());
            rule.thresholds().forEach(setting -> settings.put(setting.name(), setting));
        }
        return settings;
    }
}
