package dev.sluice.console.door;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where the front listens, as browsers may call it.
 *
 * @param host a name or an address, an IPv6 one without brackets
 */
public record Place(String host, int port) {

    /** What a browser leaves out. */
    private static final int HTTP = 80;

    /** Whether only this machine reaches it. */
    public boolean isLoopback() {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The link that opens a session with that ticket: in the fragment, which browsers send nowhere. */
    public String link(OneTimeLinks.Ticket ticket) {
        return "http://" + bracketed(reachable()) + ":" + port + "/console/#ticket=" + ticket.text();
    }

    /**
     * The values of Host that are answered, in small letters; empty for any.
     *
     * <p>A page of somewhere else may have its own name lead to this machine (DNS rebinding): its requests then look to
     * the browser as if they were its own, and only Host tells them from ours.
     */
    Set<String> hosts() {
        if (!isLoopback()) {
            return Set.of();
        }
        var hosts = new HashSet<String>();
        for (var name :
                List.of("127.0.0.1", "localhost", "[::1]", bracketed(host).toLowerCase(Locale.ROOT))) {
            hosts.add(name + ":" + port);
            if (port == HTTP) {
                hosts.add(name);
            }
        }
        return Set.copyOf(hosts);
    }

    /** All of a machine's addresses is no address to go to. */
    private String reachable() {
        return switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::", "0:0:0:0:0:0:0:0" -> "::1";
            default -> host;
        };
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
