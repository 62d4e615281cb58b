package dev.sluice.integration.sandbox.gateway;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is answered over HTTP.
 *
 * @param status the status
 * @param headers by their names, whatever their case
 * @param body the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record Sent(int status, Map<String, List<String>> headers, byte[] body) {

    Sent {
        var anyCase = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** The same with one more header. */
    Sent with(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, List.of(value));
        return new Sent(status, more, body);
    }
}
