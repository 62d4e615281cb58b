package dev.sluice.integration.sandbox.authorize;

import java.time.Instant;
import java.util.Map;

/**
 * A message that a topic has taken and acknowledged.
 *
 * @param topic the ARN of the topic
 * @param id the id that the topic gave it
 * @param message its text
 * @param attributes its message attributes by their names
 * @param at when
 */
public record Published(String topic, String id, String message, Map<String, Attribute> attributes, Instant at) {

    /**
     * A message attribute.
     *
     * @param type {@code String}, {@code Number}
     * @param value its value as text
     */
    public record Attribute(String type, String value) {}
}
