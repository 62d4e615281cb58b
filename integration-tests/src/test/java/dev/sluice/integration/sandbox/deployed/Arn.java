package dev.sluice.integration.sandbox.deployed;

/** The names that people know in the names that AWS knows. */
public final class Arn {

    private Arn() {}

    /** A topic's or a queue's name: what stands last. */
    public static String name(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    /** A table's name in the ARN of its stream, {@code ...:table/NAME/stream/LABEL}. */
    public static String table(String stream) {
        var name = stream.substring(stream.indexOf(":table/") + ":table/".length());
        return name.substring(0, name.indexOf('/'));
    }

    /** A function's name, without its qualifier. */
    public static String function(String arn) {
        var mark = ":function:";
        var at = arn.indexOf(mark);
        var name = at < 0 ? arn : arn.substring(at + mark.length());
        var qualifier = name.indexOf(':');
        return qualifier < 0 ? name : name.substring(0, qualifier);
    }
}
