package dev.sluice.benchmarks.load;

import dev.sluice.local.Access;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whole HTTP/1.1 requests, signed as Standard Webhooks says, made before the clock starts. */
public final class SignedRequests {

    private static final String PREFIX = "whsec_";

    private SignedRequests() {}

    /** One request a body; the pipeline takes them for five minutes from {@code now}. */
    public static List<byte[]> of(Access access, List<byte[]> bodies, Instant now) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    Base64.getDecoder().decode(access.secret().substring(PREFIX.length())), "HmacSHA256"));
            var timestamp = Long.toString(now.getEpochSecond());
            var requests = new ArrayList<byte[]>(bodies.size());
            for (var body : bodies) {
                var id = "msg-" + requests.size();
                mac.update(ascii(id + "." + timestamp + "."));
                var signature = Base64.getEncoder().encodeToString(mac.doFinal(body));
                requests.add(request(access, body, id, timestamp, signature));
            }
            return requests;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] request(Access access, byte[] body, String id, String timestamp, String signature) {
        var head = "POST /webhook/" + access.source() + " HTTP/1.1\r\n"
                + "Host: " + access.url().getAuthority() + "\r\n"
                + "Content-Type: application/json\r\n"
                + "X-Api-Key: " + access.apiKey() + "\r\n"
                + "Webhook-Id: " + id + "\r\n"
                + "Webhook-Timestamp: " + timestamp + "\r\n"
                + "Webhook-Signature: v1," + signature + "\r\n"
                + "Content-Length: " + body.length + "\r\n\r\n";
        var request = new ByteArrayOutputStream(head.length() + body.length);
        request.writeBytes(ascii(head));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
