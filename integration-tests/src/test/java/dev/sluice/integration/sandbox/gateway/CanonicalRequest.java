package dev.sluice.integration.sandbox.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What of a request is signed, and its signature (AWS, "Create a signed AWS API request").
 *
 * @param request the request
 * @param signedHeaders the lower-case names of the headers that are signed, with semicolons between them
 */
record CanonicalRequest(Received request, String signedHeaders) {

    private static final Pattern AND = Pattern.compile("&");
    private static final Pattern SEMICOLON = Pattern.compile(";");
    private static final Pattern SPACES = Pattern.compile(" +");

    /** A signature that is not for one host is for any. */
    boolean coversHost() {
        return names().contains("host");
    }

    /** The signature in hexadecimal digits. */
    String signature(String secretKey, String at, String scope) {
        var toSign = String.join("\n", "AWS4-HMAC-SHA256", at, scope, hash(text().getBytes(UTF_8)));
        var key = ("AWS4" + secretKey).getBytes(UTF_8);
        for (var part : scope.split("/", -1)) {
            key = authenticated(key, part);
        }
        return HexFormat.of().formatHex(authenticated(key, toSign));
    }

    private String text() {
        var headers =
                names().stream().map(name -> name + ":" + values(name) + "\n").collect(Collectors.joining());
        return String.join("\n", request.method(), path(), query(), headers, signedHeaders, hash(request.body()));
    }

    private List<String> names() {
        return SEMICOLON.splitAsStream(signedHeaders).toList();
    }

    private String values(String name) {
        return request.headers().getOrDefault(name, List.of()).stream()
                .map(value -> SPACES.matcher(value.strip()).replaceAll(" "))
                .collect(Collectors.joining(","));
    }

    /** Encoded once more than it was sent: every service but S3 has it so. */
    private String path() {
        return encoded(request.wholePath()).replace("%2F", "/");
    }

    private String query() {
        return AND.splitAsStream(request.query())
                .filter(pair -> !pair.isEmpty())
                .map(pair -> {
                    var equals = pair.indexOf('=');
                    return equals < 0
                            ? again(pair) + "="
                            : again(pair.substring(0, equals)) + "=" + again(pair.substring(equals + 1));
                })
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String again(String sent) {
        return encoded(URLDecoder.decode(sent, UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] authenticated(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
