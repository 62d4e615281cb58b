package dev.sluice.blueprint;

/** What makes a function run. */
public sealed interface Trigger {

    /** A request on a route of the API; the caller waits for the answer. */
    record Route(Method method, String path, Access access) implements Trigger {
        public Route {
            if (!path.startsWith("/")) {
                throw new IllegalArgumentException("a path starts with a slash: '" + path + "'");
            }
        }
    }

    /**
     * A message on a topic; the topic invokes asynchronously.
     *
     * @param undelivered where the topic itself puts what it could not hand over (a missing permission, say)
     */
    record Subscription(Resource.Topic topic, Resource.DeadLetterQueue undelivered) implements Trigger {}

    /** HTTP methods the API knows. */
    enum Method {
        GET,
        POST
    }

    /** Who may call a route. */
    enum Access {
        /** A sender: an API key that meters, and a signature that the function itself checks. */
        SENDER,
        /** An operator: IAM in the cloud, the access file's operator token on one machine. */
        OPERATOR
    }
}
