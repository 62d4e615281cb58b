package dev.sluice.guard.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A JSON document of which every object, list and text knows the line it begins in. */
public sealed interface Json {

    /** The line it begins in, from 1. */
    int line();

    /** An object: its members as they were written, twice where a name was written twice. */
    record Obj(List<Member> members, int line) implements Json {
        public Obj {
            members = List.copyOf(members);
        }

        /** What a name stands for; the last one where it was written twice, as Terraform reads it. */
        public Optional<Json> get(String name) {
            return members.reversed().stream()
                    .filter(member -> member.name().equals(name))
                    .map(Member::value)
                    .findFirst();
        }
    }

    /**
     * A member of an object.
     *
     * @param name its name
     * @param value what it stands for
     * @param line the line its name is in
     */
    record Member(String name, Json value, int line) {}

    /** A list. */
    record Arr(List<Json> items, int line) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    /** A text. */
    record Str(String text, int line) implements Json {}

    /** A number. */
    record Num(BigDecimal value, int line) implements Json {}

    /** True or false. */
    record Bool(boolean value, int line) implements Json {}

    /** Null. */
    record Null(int line) implements Json {}
}
