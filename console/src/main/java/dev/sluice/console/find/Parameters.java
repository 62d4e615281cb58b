package dev.sluice.console.find;

import dev.sluice.console.page.Invalid;
import dev.sluice.domain.validation.Violation;
import dev.sluice.local.http.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The parameters of one request as they are read, with all that is wrong so far. */
final class Parameters {

    private final PageRequest request;
    private final List<Violation> wrong = new ArrayList<>();

    Parameters(PageRequest request) {
        this.request = request;
    }

    /** What it reads as, or empty where it is not given or reads as nothing; the latter is kept as wrong. */
    <T> Optional<T> read(String name, String code, String sentence, Function<String, Optional<T>> reader) {
        var written = request.parameter(name);
        var read = written.flatMap(reader);
        if (written.isPresent() && read.isEmpty()) {
            wrong.add(new Violation("/" + name, code, sentence));
        }
        return read;
    }

    /** The text, where all of it matches. */
    Optional<String> matching(String name, Pattern form, String code, String sentence) {
        return read(
                name,
                code,
                sentence,
                text -> Optional.of(text).filter(t -> form.matcher(t).matches()));
    }

    /** Keeps it as wrong where the second is given and less than the first. */
    <T extends Comparable<? super T>> void ordered(
            String name, Optional<T> first, Optional<T> second, String sentence) {
        if (first.isPresent() && second.isPresent() && second.get().compareTo(first.get()) < 0) {
            wrong.add(new Violation("/" + name, name + "_range", sentence));
        }
    }

    /** @throws Invalid with all that is wrong, where something is */
    void check() {
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
    }
}
