package dev.sluice.handlers.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Changes to the structure of a JSON text, found in the text itself, so that what comes of it need not be JSON. */
final class MutatedJson {

    /** A member whose value is no object: enough places to change, and it may itself stand inside a string. */
    private static final Pattern MEMBER = Pattern.compile(
            "(\"(?:[^\"\\\\]|\\\\.)*\")(\\s*:\\s*)(\"(?:[^\"\\\\]|\\\\.)*\"|[^,\\s{}\\[\\]]+|\\{[^{}]*}|\\[[^\\[\\]]*])");

    private MutatedJson() {}

    private record Member(int start, int value, int end) {}

    /** Puts that text in the place of one member's value. */
    static String replaceValue(String json, int which, String value) {
        var member = member(json, which);
        return json.substring(0, member.value) + value + json.substring(member.end);
    }

    /** Writes one member twice. */
    static String repeatMember(String json, int which) {
        var member = member(json, which);
        return json.substring(0, member.end) + ", " + json.substring(member.start);
    }

    /** Leaves one member out, its comma too where it is not the last. */
    static String removeMember(String json, int which) {
        var member = member(json, which);
        return json.substring(0, member.start) + json.substring(member.end).replaceFirst("^\\s*,", "");
    }

    private static Member member(String json, int which) {
        List<Member> members = new ArrayList<>();
        var found = MEMBER.matcher(json);
        for (var from = 0; found.find(from); from = found.start(3) + 1) {
            members.add(new Member(found.start(1), found.start(3), found.end(3)));
        }
        return members.isEmpty() ? new Member(0, 0, json.length()) : members.get(which % members.size());
    }
}
