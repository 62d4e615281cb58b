package dev.sluice.cli.mapping;

import java.util.List;

/** The fields a mapping may make, and those it has to. */
final class FieldNames {

    private static final List<String> ALLOWED = List.of(
            "id",
            "amount",
            "currency",
            "billingAmount",
            "billingCurrency",
            "accountId",
            "occurredAt",
            "merchant.name",
            "merchant.mcc",
            "merchant.country",
            "card.bin",
            "card.last4",
            "counterparty.iban",
            "originalId");

    private static final List<String> REQUIRED = List.of("amount", "currency", "accountId", "occurredAt");

    private static final String METADATA = "metadata.";
    private static final int MOST_METADATA = 20;
    private static final int LONGEST_METADATA_KEY = 40;

    private FieldNames() {}

    static void check(Section fields, String name) throws MappingMistake {
        if (name.startsWith(METADATA)) {
            var length = name.length() - METADATA.length();
            if (length < 1 || length > LONGEST_METADATA_KEY) {
                throw fields.mistake(name, "a metadata key has 1 to " + LONGEST_METADATA_KEY + " characters");
            }
        } else if (!ALLOWED.contains(name)) {
            throw fields.mistake(
                    name, "there is no such field; allowed: " + String.join(", ", ALLOWED) + ", metadata.<key>");
        }
    }

    static void checkAll(Section fields) throws MappingMistake {
        for (var name : REQUIRED) {
            if (!fields.has(name)) {
                throw fields.mistake(name, "missing: every transaction has one");
            }
        }
        if (fields.has("billingAmount") != fields.has("billingCurrency")) {
            throw fields.mistake("billingAmount", "billingAmount and billingCurrency come together");
        }
        var metadata =
                fields.keys().stream().filter(name -> name.startsWith(METADATA)).count();
        if (metadata > MOST_METADATA) {
            throw fields.mistake(METADATA + "<key>", "at most " + MOST_METADATA + " are kept, here are " + metadata);
        }
    }
}
