package dev.sluice.integration.sandbox.authorize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An operation by which configurations are read and changed: a row of {@code control-plane.txt}.
 *
 * @param operation {@code lambda:GetPolicy}
 * @param path how it is asked for; empty where the request names it
 * @param right the right that it needs
 * @param kind the kind of what it is done with: {@code function}, or {@code *}
 * @param parameter the parameter that names that
 */
record Listed(String operation, Optional<RestPath> path, String right, String kind, String parameter) {

    private static final String FILE = "control-plane.txt";
    private static final String NAMED_IN_THE_REQUEST = "-";
    private static final List<Listed> ALL = read();

    /** The operation that a method and a path ask a service for. */
    static Optional<Listed> at(String service, Incoming request) {
        return ALL.stream()
                .filter(row -> row.operation.startsWith(service + ":")
                        && row.path.filter(path -> path.isOf(request)).isPresent())
                .findFirst();
    }

    /** The row of an operation. */
    static Optional<Listed> of(Operation operation) {
        return ALL.stream()
                .filter(row -> row.operation.equals(operation.action()))
                .findFirst();
    }

    /** What it is called without its service. */
    String name() {
        return operation.substring(operation.indexOf(':') + 1);
    }

    private static List<Listed> read() {
        try (var file = Objects.requireNonNull(Listed.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", -1))
                    .map(Listed::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Listed row(String[] cells) {
        var path = Optional.of(cells[1])
                .filter(written -> !written.equals(NAMED_IN_THE_REQUEST))
                .map(RestPath::read);
        var done = cells[3].split(" ", -1);
        return new Listed(cells[0], path, cells[2], done[0], done.length < 2 ? "" : done[1]);
    }
}
