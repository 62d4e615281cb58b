package dev.sluice.integration.kill;

import java.util.regex.Pattern;

/** Members of flat JSON that we know the shape of; this test has nothing but a JDK. */
final class Text {

    private Text() {}

    /** The text of a string member. */
    static String member(String json, String name) {
        return find(json, name, "\"([^\"]*)\"");
    }

    /** What stands there, unread: a number, or an object without objects in it. */
    static String raw(String json, String name) {
        return find(json, name, "(\\{[^}]*}|[0-9.]+)");
    }

    private static String find(String json, String name, String value) {
        var matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*" + value).matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("there is no " + name + " where one is expected");
        }
        return matcher.group(1);
    }
}
