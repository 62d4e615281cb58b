package dev.sluice.integration.sandbox.authorize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a service says no: a row of {@code service-errors.txt}.
 *
 * @param protocol the form
 * @param errors the service's error for each failure
 */
record Dialect(Protocol protocol, Map<Failure, ServiceError> errors) {

    private static final String FILE = "service-errors.txt";
    private static final Map<String, Dialect> ROWS = read();

    /** That of the service that is asked; of one without a row, what services of its protocol mostly say. */
    static Dialect spoken(Operation operation) {
        return ROWS.getOrDefault(
                operation.service(), ROWS.get(protocolOf(operation.request()).name()));
    }

    private static Protocol protocolOf(Incoming request) {
        if (request.header("X-Amz-Target").isPresent()) {
            return Protocol.JSON;
        }
        return request.form().containsKey("Action") ? Protocol.QUERY : Protocol.REST_JSON;
    }

    /** The service's answer for a failure. */
    Reply.Answer answer(Failure failure, String message) {
        return protocol.answer(errors.get(failure), message);
    }

    /** The service's answer for an error that one operation alone has. */
    Reply.Answer answer(ServiceError error, String message) {
        return protocol.answer(error, message);
    }

    private static Map<String, Dialect> read() {
        try (var file = Objects.requireNonNull(Dialect.class.getResourceAsStream(FILE), FILE)) {
            var rows = new HashMap<String, Dialect>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", -1))
                    .forEach(cells -> rows.put(cells[0], row(cells)));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Dialect row(String[] cells) {
        var errors = new EnumMap<Failure, ServiceError>(Failure.class);
        var rest = List.of(cells).listIterator(2);
        for (var failure : Failure.values()) {
            errors.put(failure, ServiceError.read(rest.next()));
        }
        return new Dialect(Protocol.valueOf(cells[1]), errors);
    }
}
