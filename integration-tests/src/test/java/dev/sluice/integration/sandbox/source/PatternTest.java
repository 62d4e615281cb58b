package dev.sluice.integration.sandbox.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples of "Comparison operators for use in event patterns" and of "Using event filtering with a DynamoDB event source". */
class PatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { "source": [{ "anything-but": "a" }] }                       | { "source": "b" }                     | true
            { "source": [{ "anything-but": "a" }] }                       | { "source": "a" }                     | false
            { "source": [{ "anything-but": "a" }] }                       | { "other": "b" }                      | false
            { "x": [{ "anything-but": 123 }] }                            | { "x": 456 }                          | true
            { "x": [{ "anything-but": ["stopped", "overloaded"] }] }      | { "x": "overloaded" }                 | false
            { "x": [{ "anything-but": [100, 200] }] }                     | { "x": 300 }                          | true
            { "x": [{ "anything-but": { "prefix": "init" } }] }           | { "x": "initializing" }               | false
            { "x": [{ "anything-but": { "prefix": ["a", "b"] } }] }       | { "x": "bee" }                        | false
            { "x": [{ "anything-but": { "suffix": ".txt" } }] }           | { "x": "a.png" }                      | true
            { "x": [{ "anything-but": { "equals-ignore-case": "ON" } }] } | { "x": "on" }                         | false
            { "x": [{ "exists": true }] }                                 | { "x": "" }                           | true
            { "x": [{ "exists": true }] }                                 | { "x": { "y": 1 } }                   | false
            { "x": [{ "exists": false }] }                                | { "y": 1 }                            | true
            { "d": { "x": [{ "exists": false }] } }                       | { "d": { "x": { "x1": 100 } } }       | true
            { "x": ["running", "stopped"] }                               | { "x": "stopped" }                    | true
            { "x": ["running"] }                                          | { "x": "Running" }                    | false
            { "x": [""] }                                                 | { "x": "" }                           | true
            { "x": [null] }                                               | { "x": null }                         | true
            { "x": [null] }                                               | { "x": "null" }                       | false
            { "x": [null] }                                               | { "y": 1 }                            | false
            { "x": [{ "numeric": ["=", 301.8] }] }                        | { "x": 301.8 }                        | true
            { "x": [{ "numeric": [">", 0, "<=", 5] }] }                   | { "x": 5 }                            | true
            { "x": [{ "numeric": [">", 0, "<=", 5] }] }                   | { "x": 5.01 }                         | false
            { "x": [{ "numeric": [">", 0] }] }                            | { "x": "7" }                          | false
            { "x": [{ "prefix": "2017-10-02" }] }                         | { "x": "2017-10-02T18:43:48Z" }       | true
            { "x": [{ "prefix": { "equals-ignore-case": "EventB" } }] }   | { "x": "eventBridge" }                | true
            { "x": [{ "suffix": ".png" }] }                               | { "x": "file.png" }                   | true
            { "x": [{ "suffix": { "equals-ignore-case": ".png" } }] }     | { "x": "file.PNG" }                   | true
            { "x": [{ "equals-ignore-case": "alice" }] }                  | { "x": "Alice" }                      | true
            { "x": ["a"] }                                                | { "x": ["b", "a"] }                   | true
            { "x": ["c"] }                                                | { "x": ["b", "a"] }                   | false
            { "x": { "y": [1] } }                                         | { "x": [{ "y": 2 }, { "y": 1 }] }     | true
            { "$or": [{ "x": [1] }, { "y": [2] }] }                       | { "y": 2 }                            | true
            { "$or": [{ "x": [1] }, { "y": [2] }] }                       | { "x": 2 }                            | false
            { "z": [0], "$or": [{ "x": [1] }, { "y": [2] }] }             | { "x": 1, "z": 1 }                    | false
            { "a": [1], "b": [2] }                                        | { "a": 1 }                            | false
            { }                                                           | { "a": 1 }                            | true
            """)
    void matchesWhatTheDocumentationSays(String pattern, String event, boolean matches) {
        assertThat(Pattern.of(pattern).matches(Json.read(event))).isEqualTo(matches);
    }

    /** A filter that lets everything through, or nothing, would be seen by nobody. */
    @Test
    void anOperatorThatIsNotKnownIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pattern.of("{\"x\": [{\"cidr\": \"10.0.0.0/24\"}]}"))
                .withMessageContaining("cidr");
    }
}
