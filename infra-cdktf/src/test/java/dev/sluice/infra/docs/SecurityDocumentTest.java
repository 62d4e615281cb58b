package dev.sluice.infra.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.infra.Synthesized;
import dev.sluice.infra.settings.Preset;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/security.md} lists every right and every key of the stacks. */
class SecurityDocumentTest {

    private static final Page PAGE = new Page("security.md");

    @Test
    void itsRightsAndKeysAreThoseOfTheStacks() {
        PAGE.is(SecurityDocument.of(stacks(Preset.DEV), PAGE.text()));
    }

    @ParameterizedTest
    @EnumSource
    void nothingThatKeepsDataIsWithoutAKeyOfItsOwn(Preset preset) {
        assertThat(SecurityDocument.of(stacks(preset), PAGE.text())).doesNotContain("**AWS's own**");
    }

    @ParameterizedTest
    @EnumSource
    void noPolicyIsPassedOver(Preset preset) {
        assertThat(typesWith(preset, SecurityDocumentTest::hasPolicy))
                .isNotEmpty()
                .isSubsetOf(Rights.POLICIES.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void nothingThatNamesAKeyIsPassedOver(Preset preset) {
        assertThat(typesWith(preset, SecurityDocumentTest::namesKey))
                .isNotEmpty()
                .isSubsetOf(Stream.of(
                                SecurityDocument.KEEPERS.stream(),
                                Rights.POLICIES.keySet().stream(),
                                Stream.of("aws_kms_alias"))
                        .flatMap(type -> type)
                        .toList());
    }

    @Test
    void everyBucketIsEncryptedByAResourceThatIsListed() {
        stacks(Preset.PROD)
                .values()
                .forEach(stack -> assertThat(stack.all("aws_s3_bucket_server_side_encryption_configuration")
                                .keySet())
                        .isEqualTo(stack.all("aws_s3_bucket").keySet()));
    }

    private static SequencedMap<String, Synthesized> stacks(Preset preset) {
        var stacks = new LinkedHashMap<String, Synthesized>();
        stacks.put("transactions", Synthesized.of(preset.word(), "{}"));
        stacks.put("compliance", Synthesized.ofCompliance(preset.word(), "{}"));
        return stacks;
    }

    /** The types of which a resource is so. */
    private static Stream<String> typesWith(Preset preset, Predicate<JsonNode> so) {
        return stacks(preset).values().stream()
                .flatMap(stack -> stack.json().at("/resource").properties().stream())
                .filter(type -> type.getValue().valueStream().anyMatch(so))
                .map(type -> type.getKey())
                .distinct();
    }

    private static boolean hasPolicy(JsonNode resource) {
        return resource.valueStream()
                .anyMatch(value -> value.isTextual() && value.asText().contains("\"Statement\""));
    }

    private static boolean namesKey(JsonNode resource) {
        return Synthesized.references(resource).stream().anyMatch(address -> address.startsWith("aws_kms_key."));
    }
}
