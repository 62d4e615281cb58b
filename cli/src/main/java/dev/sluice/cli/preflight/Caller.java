package dev.sluice.cli.preflight;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who asks an account, without the account's number.
 *
 * @param account the last four digits of its number
 * @param identity the kind and name of a user or role; a role's session is left out, it may be somebody's address
 */
public record Caller(String account, String identity) {

    private static final int SHOWN = 4;

    /** {@code arn:aws:sts::123456789012:assumed-role/deployer/session}, and its like. */
    private static final Pattern ARN =
            Pattern.compile("arn:[^:]*:(?:iam|sts)::[0-9]*:(root|user|assumed-role|federated-user)(?:/(.*))?");

    /** As STS tells it. */
    public static Caller of(String number, String arn) {
        var last = number.length() < SHOWN ? number : number.substring(number.length() - SHOWN);
        return new Caller(last, identity(arn));
    }

    private static String identity(String arn) {
        var matcher = ARN.matcher(arn);
        if (!matcher.matches()) {
            return "an identity of another kind";
        }
        var name = Optional.ofNullable(matcher.group(2)).orElse("");
        return switch (matcher.group(1)) {
            case "root" -> "the root user";
            case "user" -> "user " + name.substring(name.lastIndexOf('/') + 1);
            case "assumed-role" -> "role " + name.replaceAll("/.*", "");
            default -> "federated user " + name;
        };
    }
}
