package dev.sluice.console.refused;

import java.time.Instant;
import java.util.Optional;

/**
 * A rule that was broken at a place, as often as that was.
 *
 * @param key what was broken, where and by whom
 * @param count how often
 * @param sentence what the rule asks for, as it was told the last time
 * @param shape of the value that broke it the last time, where there was one
 */
record Refusal(Key key, long count, Instant firstAt, Instant lastAt, String sentence, Optional<String> shape) {

    /**
     * What is counted by itself.
     *
     * @param source whose request it was
     * @param status of the answer
     * @param code of the rule
     * @param pointer of the field; empty where it was the whole request
     */
    record Key(String source, int status, String code, String pointer) {

        Key at(String otherPointer) {
            return new Key(source, status, code, otherPointer);
        }
    }

    /** The same once more. */
    Refusal again(Instant at, String toldSentence, Optional<String> lookedLike) {
        return new Refusal(key, count + 1, firstAt, at, toldSentence, lookedLike);
    }
}
