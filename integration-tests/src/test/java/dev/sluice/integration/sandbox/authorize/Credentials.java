package dev.sluice.integration.sandbox.authorize;

/** What a caller of AWS signs with: obviously fake ones, before an emulator. */
public record Credentials(String accessKey, String secretKey, String sessionToken) {

    /** Tells no secret. */
    @Override
    public String toString() {
        return "Credentials[" + accessKey + "]";
    }
}
