package dev.sluice.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

/** A sender that gets everything wrong that there is to get wrong. */
final class Refusing {

    /** What was sent, and may be told nowhere. */
    static final String[] SENT = {"QZX", "12,Qz", "4111111111111111", "4111 1111 1111 1111", "Qwertz & Sons", "whsec_"};

    /** Of the amount: digits, a comma, a capital and a small letter. */
    static final String SHAPE = "99,Aa";

    private Refusing() {}

    static void all(Stage stage) {
        var sender = stage.sender();
        for (var i = 0; i < 3; i++) {
            assertThat(sender.send("default", Payment.of("r-" + i).in("QZX").json()))
                    .isEqualTo(422);
        }
        assertThat(sender.send("default", Payment.of("r-3").worth("12,Qz").json()))
                .isEqualTo(422);
        assertThat(sender.send(
                        "default",
                        Payment.of("r-4").to("card 4111 1111 1111 1111").json()))
                .isEqualTo(422);
        assertThat(sender.send(Stage.OTHER_SOURCE, "{\"id\":\"r-5\",\"merchant\":{\"name\":\"Qwertz & Sons\"}}"))
                .isEqualTo(422);
        assertThat(sender.send("default", "{\"id\":\"Qwertz & Sons\"")).isEqualTo(400);
        assertThat(sender.send(
                        "default",
                        Payment.of("r-6").json(),
                        request -> request.setHeader("webhook-signature", "v1,AAAA")))
                .isEqualTo(401);
        assertThat(sender.send("default", Payment.of("r-7").json(), request -> request.setHeader("x-api-key", "wrong")))
                .isEqualTo(403);
        assertThat(sender.send("nobody", Payment.of("r-8").json())).isBetween(400, 499);
    }
}
