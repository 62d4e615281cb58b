package dev.sluice.guard.rules.account;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the regions and accounts that a text writes out: in ARNs, in AWS's URLs, and availability zones.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">AWS: Amazon Resource Names</a>
 */
final class Places {

    private static final String REGION =
            "((?:us|eu|ap|sa|ca|me|af|il|mx|cn)(?:-gov|-iso|-isob)?-(?:north|south|east|west|central)(?:east|west)?-[1-9])";

    /** An ARN as far as its resource. What stands for a part may be an expression. */
    private static final Pattern ARN = Pattern.compile(
            "arn:(?:aws[a-z-]{0,10}|\\$\\{[^}\\s]{1,80}\\}):([a-z0-9-]{1,40}):([^:\\s\"']{0,80}):([^:\\s\"']{0,80}):([^\\s\"']{0,20})");

    private static final Pattern IN_ARN = Pattern.compile(REGION);
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern URL =
            Pattern.compile("(?:([0-9]{12})\\.dkr\\.ecr\\.|[.-])" + REGION + "\\.(?:amazonaws\\.com|\\$\\{)");
    private static final Pattern QUEUE_URL = Pattern.compile("amazonaws\\.com/([0-9]{12})/");
    private static final Pattern ZONE = Pattern.compile("(?:^|\")" + REGION + "[a-f](?:$|\")");

    /** Longer texts are documents that somebody else made. */
    private static final int LONGEST = 200_000;

    /** Accounts of AWS's that its documentation has everyone write out: of load balancers' logs and of images. */
    private static final Set<String> OF_AWS = Set.of(
            "127311923021",
            "033677994240",
            "027434742980",
            "797873946194",
            "985666609251",
            "054676820928",
            "156460612806",
            "652711504416",
            "009996457667",
            "897822967062",
            "582318560864",
            "600734575887",
            "114774131450",
            "783225319266",
            "718504428378",
            "507241528517",
            "602401143452",
            "763104351884",
            "580247275435",
            "017000801446",
            "094274105915",
            "137112412989",
            "099720109477",
            "679593333241",
            "683313688378");

    private Places() {}

    /** What is written out: {@code region eu-west-1}, {@code account 123456789012}. */
    static Set<String> in(String text) {
        var found = new LinkedHashSet<String>();
        if (text.length() > LONGEST) {
            return found;
        }
        var arns = ARN.matcher(text);
        while (arns.find()) {
            // A layer is its publisher's, who has one account and publishes in every region under it.
            if (!arns.group(4).startsWith("layer:")) {
                region(arns.group(2), found);
                account(arns.group(3), found);
            }
        }
        var urls = URL.matcher(text);
        while (urls.find()) {
            if (urls.group(1) == null || account(urls.group(1), found)) {
                found.add("region " + urls.group(2));
            }
        }
        var queues = QUEUE_URL.matcher(text);
        while (queues.find()) {
            account(queues.group(1), found);
        }
        var zones = ZONE.matcher(text);
        while (zones.find()) {
            found.add("region " + zones.group(1));
        }
        return found;
    }

    private static void region(String part, Set<String> found) {
        if (IN_ARN.matcher(part).matches()) {
            found.add("region " + part);
        }
    }

    private static boolean account(String part, Set<String> found) {
        boolean somebodys = ACCOUNT.matcher(part).matches() && !OF_AWS.contains(part);
        if (somebodys) {
            found.add("account " + part);
        }
        return somebodys;
    }
}
