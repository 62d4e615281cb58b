package dev.sluice.compliance.live;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list that comes in pages, for services whose clients do not turn them: the next one is asked for when it is needed. */
final class Pages {

    private Pages() {}

    /**
     * Everything on all pages.
     *
     * @param page asks for the page that a token names; for the first where there is none
     * @param next the token of the page that follows one; null after the last
     * @param items what is on a page
     */
    static <P, T> Iterable<T> of(
            Function<@Nullable String, P> page, Function<P, @Nullable String> next, Function<P, List<T>> items) {
        return () -> new Iterator<>() {
            private final ArrayDeque<T> read = new ArrayDeque<>();
            private @Nullable String token;
            private boolean last;

            @Override
            public boolean hasNext() {
                while (read.isEmpty() && !last) {
                    var here = page.apply(token);
                    read.addAll(items.apply(here));
                    token = next.apply(here);
                    last = token == null;
                }
                return !read.isEmpty();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return read.remove();
            }
        };
    }
}
