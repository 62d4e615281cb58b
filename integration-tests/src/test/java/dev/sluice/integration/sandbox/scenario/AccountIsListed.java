package dev.sluice.integration.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.Payment;
import java.util.Optional;

/** What an operator asks of an account, page by page. */
public final class AccountIsListed implements Scenario {

    @Override
    public String name() {
        return "an account is listed";
    }

    @Override
    public String shows() {
        return "An operator reads an account's transactions page by page, each with all that its history adds; what is not"
                + " there is 404 as a problem.";
    }

    @Override
    public void run(Sandbox sandbox) {
        var first = Payment.small();
        var second = first.next();
        for (var payment : new Payment[] {first, second}) {
            assertThat(sandbox.sender().send(payment).status()).isEqualTo(202);
            sandbox.await(
                    "the status ENRICHED",
                    () -> sandbox.operator().status(payment.id()).filter("ENRICHED"::equals));
        }

        var path = "/accounts/" + first.account() + "/transactions?limit=1";
        var page = sandbox.operator().ask(path);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.json().path("transactions")).hasSize(1);
        var cursor = Optional.of(page.json().path("nextCursor").asText()).filter(text -> !text.isEmpty());
        var rest = sandbox.operator().ask(path + "&cursor=" + cursor.orElseThrow());
        assertThat(page.text() + rest.text()).contains(first.id(), second.id());

        var none = sandbox.operator().ask("/transactions/it-none");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.type()).startsWith("application/problem+json");
    }
}
