package dev.sluice.domain.submission;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an object that is being read, in the order written; once it is read, nobody can change it any more. */
public final class Members {

    private Sealed members = new Sealed(new LinkedHashMap<>());

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /**
     * Adds a member.
     *
     * @throws IllegalStateException where there is one of that name
     */
    public void add(String name, Written value) {
        if (members.byName.putIfAbsent(name, value) != null) {
            throw new IllegalStateException("an object has no name twice");
        }
    }

    /** All that was added, as an object that shares nothing with what is added from now on. */
    public Written.Group group() {
        var group = new Written.Group(members);
        members = new Sealed(new LinkedHashMap<>());
        return group;
    }

    /** The same members as a map that does not change: most were read here and need no copy, which they would else get twice. */
    static Map<String, Written> sealed(Map<String, Written> members) {
        return members instanceof Sealed ? members : new Sealed(new LinkedHashMap<>(members));
    }

    /** A map that has no way to change it, unlike a view, which may be one of a map that somebody else still holds. */
    private static final class Sealed extends AbstractMap<String, Written> {

        private final Map<String, Written> byName;

        Sealed(Map<String, Written> byName) {
            this.byName = byName;
        }

        @Override
        public @Nullable Written get(@Nullable Object name) {
            return byName.get(name);
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return byName.containsKey(name);
        }

        @Override
        public int size() {
            return byName.size();
        }

        @Override
        public Set<String> keySet() {
            return Collections.unmodifiableSet(byName.keySet());
        }

        @Override
        public Collection<Written> values() {
            return Collections.unmodifiableCollection(byName.values());
        }

        @Override
        public Set<Entry<String, Written>> entrySet() {
            return Collections.unmodifiableMap(byName).entrySet();
        }
    }
}
