package dev.sluice.integration.sandbox.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.integration.sandbox.authorize.Credentials;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks whether a request's signature holds (AWS, "AWS Signature Version 4 for API requests"), as it stands in the header
 * {@code Authorization}; a query that carries one is not read.
 *
 * @param known the identities by their access keys
 * @param region the region that is signed for
 */
record SignatureV4(Map<String, Credentials> known, String region) {

    private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256\\s+"
            + "Credential=([^/,\\s]+)/(\\d{8})/([^/,\\s]+)/([^/,\\s]+)/aws4_request,\\s*"
            + "SignedHeaders=([^,\\s]+),\\s*Signature=([0-9a-f]{64})");

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    /** What came of it. */
    sealed interface Verdict {

        /** It holds. */
        record Signed(Credentials by) implements Verdict {}

        /** It does not. */
        record Refused(Refusal why) implements Verdict {}
    }

    Verdict verify(Received request, Instant now) {
        var sent = request.header("authorization");
        if (sent.isEmpty()) {
            return new Verdict.Refused(Refusal.MISSING_AUTHENTICATION_TOKEN);
        }
        var parts = AUTHORIZATION.matcher(sent.get());
        var at = request.header("x-amz-date").flatMap(SignatureV4::instant);
        if (!parts.matches() || at.isEmpty() || !known.containsKey(parts.group(1))) {
            return new Verdict.Refused(Refusal.INVALID_SIGNATURE);
        }
        var signed = new CanonicalRequest(request, parts.group(5));
        var scope = parts.group(2) + "/" + parts.group(3) + "/" + parts.group(4) + "/aws4_request";
        var by = known.get(parts.group(1));
        var holds = scope.equals(day(at.get()) + "/" + region + "/execute-api/aws4_request")
                && signed.coversHost()
                && by.sessionToken()
                        .equals(request.header("x-amz-security-token").orElse(""))
                && MessageDigest.isEqual(
                        parts.group(6).getBytes(UTF_8),
                        signed.signature(by.secretKey(), BASIC.format(at.get().atOffset(ZoneOffset.UTC)), scope)
                                .getBytes(UTF_8));
        if (!holds || at.get().isAfter(now.plus(TOLERANCE))) {
            return new Verdict.Refused(Refusal.INVALID_SIGNATURE);
        }
        return at.get().isBefore(now.minus(TOLERANCE))
                ? new Verdict.Refused(Refusal.EXPIRED_TOKEN)
                : new Verdict.Signed(by);
    }

    private static String day(Instant at) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(
                at.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, BASIC).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
