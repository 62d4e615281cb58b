package dev.sluice.guard.graph;

/**
 * An address as Terraform writes it, which has an instance's key in brackets: {@code
 * module.intake["eu"].aws_sqs_queue.orders[0]}. A key may hold brackets and dots itself.
 */
public final class Address {

    private Address() {}

    /** The address of a block: without the key of its instance, the keys of modules kept. */
    public static String ofBlock(String address) {
        if (!address.endsWith("]")) {
            return address;
        }
        int last = -1;
        for (int at = 0; at < address.length(); at++) {
            if (address.charAt(at) == '[') {
                last = at;
                at = close(address, at);
            }
        }
        return last < 0 ? address : address.substring(0, last);
    }

    /** The address in the configuration: without any keys. */
    public static String withoutKeys(String address) {
        var all = new StringBuilder(address.length());
        for (int at = 0; at < address.length(); at++) {
            if (address.charAt(at) == '[') {
                at = close(address, at);
            } else {
                all.append(address.charAt(at));
            }
        }
        return all.toString();
    }

    /** Where the bracket closes that is open at an index; the last index where it does not. */
    private static int close(String address, int open) {
        boolean quoted = false;
        int depth = 0;
        for (int at = open; at < address.length(); at++) {
            char here = address.charAt(at);
            if (quoted && here == '\\') {
                at++;
            } else if (here == '"') {
                quoted = !quoted;
            } else if (!quoted && here == '[') {
                depth++;
            } else if (!quoted && here == ']' && --depth == 0) {
                return at;
            }
        }
        return address.length() - 1;
    }
}
