package dev.sluice.integration.sandbox.authorize;

/**
 * An error as a service names it.
 *
 * @param status of HTTP
 * @param type its name in the service's model, with the namespace where the service sends one
 * @param queryCode its name in the protocol that the service spoke before; the type's where it spoke none
 */
record ServiceError(int status, String type, String queryCode) {

    static ServiceError of(int status, String type) {
        return new ServiceError(status, type, type.substring(type.indexOf('#') + 1));
    }

    /** As it is written in a table: {@code 403 namespace#Type QueryCode}, the last where it is not the type's name. */
    static ServiceError read(String written) {
        var parts = written.split(" ", -1);
        var named = of(Integer.parseInt(parts[0]), parts[1]);
        return parts.length < 3 ? named : new ServiceError(named.status(), named.type(), parts[2]);
    }

    /** Its name without a namespace. */
    String code() {
        return type.substring(type.indexOf('#') + 1);
    }

    /** Whose fault it is. */
    String side() {
        return status < 500 ? "Sender" : "Receiver";
    }
}
