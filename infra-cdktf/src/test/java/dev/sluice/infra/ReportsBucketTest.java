package dev.sluice.infra;

import static dev.sluice.infra.Synthesized.statements;
import static dev.sluice.infra.TransactionsStackTest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bucket of reports: who gets at it, how it is encrypted, and how long it keeps what. */
class ReportsBucketTest {

    private static JsonNode part(String preset, String type) {
        return Watch.in(preset).one(type, "reports");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void itsNameHasTheAccountInItAndThereIsNoOther(String preset) {
        assertThat(Watch.in(preset).all("aws_s3_bucket")).containsOnlyKeys("reports");
        assertThat(part(preset, "aws_s3_bucket").get("bucket").asText())
                .isEqualTo("sluice-reports-${data.aws_caller_identity.current.account_id}-" + preset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void allFourWaysToThePublicAreBlocked(String preset) {
        var block = part(preset, "aws_s3_bucket_public_access_block");
        for (var way : new String[] {
            "block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"
        }) {
            assertThat(block.get(way).asBoolean()).as(way).isTrue();
        }
        assertThat(part(preset, "aws_s3_bucket_ownership_controls")
                        .at("/rule/object_ownership")
                        .asText())
                .isEqualTo("BucketOwnerEnforced");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void itsPolicyAllowsNobodyAndDeniesEverybodyAnOpenLine(String preset) {
        var policy = part(preset, "aws_s3_bucket_policy");
        assertThat(statements(policy.get("policy"))).singleElement().satisfies(s -> {
            assertThat(s.get("Effect").asText()).isEqualTo("Deny");
            assertThat(s.get("Principal").asText()).isEqualTo("*");
            assertThat(texts(s.get("Action"))).containsExactly("s3:*");
            assertThat(texts(s.get("Resource")))
                    .containsExactly("${aws_s3_bucket.reports.arn}", "${aws_s3_bucket.reports.arn}/*");
            assertThat(texts(s.at("/Condition/Bool/aws:SecureTransport"))).containsExactly("false");
        });
        assertThat(texts(policy.get("depends_on"))).containsExactly("aws_s3_bucket_public_access_block.reports");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void itEncryptsWithTheStacksKeyAndKeepsVersions(String preset) {
        var rule = part(preset, "aws_s3_bucket_server_side_encryption_configuration")
                .at("/rule/0");
        assertThat(rule.at("/apply_server_side_encryption_by_default/sse_algorithm")
                        .asText())
                .isEqualTo("aws:kms");
        assertThat(rule.at("/apply_server_side_encryption_by_default/kms_master_key_id")
                        .asText())
                .isEqualTo("${aws_kms_key.compliance.arn}");
        assertThat(rule.get("bucket_key_enabled").asBoolean()).isTrue();
        assertThat(part(preset, "aws_s3_bucket_versioning")
                        .at("/versioning_configuration/status")
                        .asText())
                .isEqualTo("Enabled");
    }

    @ParameterizedTest
    @CsvSource({"dev, 30", "staging, 90", "prod, 365"})
    void aReportIsKeptAsLongAsTheSettingSaysAndWhatWasReplacedForAWeek(String preset, int days) {
        var lifecycle = part(preset, "aws_s3_bucket_lifecycle_configuration");
        assertThat(lifecycle.get("rule")).hasSize(1);
        var rule = lifecycle.at("/rule/0");
        assertThat(rule.get("status").asText()).isEqualTo("Enabled");
        assertThat(rule.at("/filter/prefix").asText()).isEmpty();
        assertThat(rule.at("/expiration/days").asInt()).isEqualTo(days);
        assertThat(rule.at("/noncurrent_version_expiration/noncurrent_days").asInt())
                .isEqualTo(7);
        assertThat(rule.at("/abort_incomplete_multipart_upload/days_after_initiation")
                        .asInt())
                .isEqualTo(1);
        assertThat(texts(lifecycle.get("depends_on"))).containsExactly("aws_s3_bucket_versioning.reports");
    }

    @Test
    void itIsDeletedWithItsReportsOnlyWhereNothingIsProtected() {
        assertThat(part("dev", "aws_s3_bucket").get("force_destroy").asBoolean())
                .isTrue();
        assertThat(part("prod", "aws_s3_bucket").get("force_destroy").asBoolean())
                .isFalse();
        assertThat(Synthesized.ofCompliance("it", "{\"report_days\": 14}")
                        .one("aws_s3_bucket_lifecycle_configuration", "reports")
                        .at("/rule/0/expiration/days")
                        .asInt())
                .isEqualTo(14);
    }
}
