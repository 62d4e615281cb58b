package dev.sluice.domain.validation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PointerTest {

    private static final String LONGEST = "k".repeat(Pointer.LONGEST_NAME);

    @Test
    void namesAreWrittenOneAfterTheOtherEscapedAsRfc6901Says() {
        assertThat(Pointer.root().member("a/b").member("m~n").item(3)).hasToString("/a~1b/m~0n/3");
        assertThat(Pointer.root()).hasToString("");
    }

    @Test
    void aCardNumberInANameIsMaskedAndAnUnpairedSurrogateReplaced() {
        assertThat(Pointer.root().member("4111111111111111").member("\ud800")).hasToString("/************1111/\ufffd");
    }

    @Test
    void whatLiesTooDeepIsPointedAtByItsAncestor() {
        var pointer = Pointer.root();
        for (var i = 0; i < Pointer.DEEPEST + 5; i++) {
            pointer = pointer.member("a");
        }
        assertThat(pointer).hasToString("/a".repeat(Pointer.DEEPEST));
    }

    @Test
    void whatLiesUnderALongNameIsPointedAtByTheLastAncestorBefore() {
        var under = Pointer.root().member("x").member(LONGEST + "k");

        assertThat(Pointer.root().member(LONGEST).member("y")).hasToString("/" + LONGEST + "/y");
        assertThat(under).hasToString("/x");
        assertThat(under.member("y").item(0)).hasToString("/x");
        assertThat(under.token()).as("is still looked through").isEqualTo(LONGEST + "k");
    }
}
