package dev.sluice.integration.sandbox.alarm;

/** How a number has to lie to the threshold to be one too many (AWS, "PutMetricAlarm", {@code ComparisonOperator}). */
enum Comparison {
    ABOVE("GreaterThanThreshold", ">", "<="),
    AT_OR_ABOVE("GreaterThanOrEqualToThreshold", ">=", "<"),
    BELOW("LessThanThreshold", "<", ">="),
    AT_OR_BELOW("LessThanOrEqualToThreshold", "<=", ">");

    private final String name;
    private final String sign;
    private final String otherwise;

    Comparison(String name, String sign, String otherwise) {
        this.name = name;
        this.sign = sign;
        this.otherwise = otherwise;
    }

    static Comparison named(String name) {
        for (var each : values()) {
            if (each.name.equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException(name + " is no comparison that is known here");
    }

    boolean breaches(double number, double threshold) {
        return switch (this) {
            case ABOVE -> number > threshold;
            case AT_OR_ABOVE -> number >= threshold;
            case BELOW -> number < threshold;
            case AT_OR_BELOW -> number <= threshold;
        };
    }

    /** {@code 30.0 > 1.0}, or {@code 0.5 <= 1.0} where it does not breach. */
    String say(double number, double threshold) {
        return number + " " + (breaches(number, threshold) ? sign : otherwise) + " " + threshold;
    }
}
