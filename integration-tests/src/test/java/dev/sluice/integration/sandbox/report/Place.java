package dev.sluice.integration.sandbox.report;

import java.util.List;

/**
 * A place that something can be at.
 *
 * @param kind what it is
 * @param name its name in AWS; of routes the name of their function
 * @param arn its ARN; of routes that of their function
 * @param label its name in the stack
 * @param routes the routes, where it is those
 */
record Place(Kind kind, String name, String arn, String label, List<String> routes) {

    /** What places there are. */
    enum Kind {
        ROUTES("API"),
        FUNCTION("function"),
        TOPIC("topic"),
        QUEUE("queue"),
        TABLE("table"),
        DEAD_LETTERS("dead letters");

        private final String said;

        Kind(String said) {
            this.said = said;
        }

        @Override
        public String toString() {
            return said;
        }
    }

    /** Whether something that the journal names is this place: by its name, an ARN of it or in it, or its URL. */
    boolean goesBy(String named) {
        if (kind == Kind.ROUTES) {
            return routes.stream().anyMatch(route -> leads(route, named));
        }
        return named.equals(name)
                || named.equals(arn)
                || named.startsWith(name + ":")
                || named.startsWith(arn + ":")
                || named.startsWith(arn + "/")
                || (named.startsWith("http") && named.endsWith("/" + name));
    }

    /** What people call it: of routes the one that leads there. */
    String called(String named) {
        return switch (kind) {
            case ROUTES ->
                routes.stream().filter(route -> leads(route, named)).findFirst().orElse(named);
            case FUNCTION -> brief();
            case TOPIC, QUEUE, TABLE, DEAD_LETTERS -> brief() + " " + kind;
        };
    }

    /** Its name in the stack in words, without what its kind says already. */
    String brief() {
        return label.replaceFirst("_(dlq|dead_letters)$", "").replace('_', ' ');
    }

    /** Whether a route, {@code POST /webhook/{source}}, leads where a request goes. */
    static boolean leads(String route, String request) {
        var wanted = route.split("/", -1);
        var found = request.split("/", -1);
        if (route.equals(request)) {
            return true;
        }
        if (wanted.length != found.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].equals(found[i]) && !(wanted[i].startsWith("{") && !found[i].isEmpty())) {
                return false;
            }
        }
        return true;
    }
}
