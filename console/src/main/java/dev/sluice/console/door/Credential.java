package dev.sluice.console.door;

import dev.sluice.console.page.Invalid;
import dev.sluice.domain.validation.Violation;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import java.util.List;

/** What somebody shows to be let in. */
sealed interface Credential {

    JsonDocument READER = JsonDocument.within(JsonBounds.SENDER);

    /** Of a one-time link. */
    record Ticket(String text) implements Credential {
        /** Says nothing of the text: this must be safe to log. */
        @Override
        public String toString() {
            return "Ticket[]";
        }
    }

    /** The operator token. */
    record Key(String text) implements Credential {
        /** Says nothing of the text: this must be safe to log. */
        @Override
        public String toString() {
            return "Key[]";
        }
    }

    /**
     * Reads what is shown.
     *
     * @throws Invalid where the body is not one of the two
     */
    static Credential read(byte[] body) {
        try {
            var fields = Fields.parse(READER, body);
            var ticket = fields.findText("ticket");
            var key = fields.findText("key");
            if (ticket.isPresent() == key.isPresent()) {
                throw malformed("send {\"ticket\"} or {\"key\"}, one of them");
            }
            return ticket.<Credential>map(Ticket::new).orElseGet(() -> new Key(key.orElseThrow()));
        } catch (IllegalArgumentException e) {
            throw malformed(String.valueOf(e.getMessage()));
        }
    }

    private static Invalid malformed(String sentence) {
        return new Invalid(List.of(new Violation("", "malformed", sentence)));
    }
}
