package dev.sluice.infra.cost;

import dev.sluice.infra.settings.Architecture;
import java.math.BigDecimal;
import java.util.List;

/**
 * AWS's list prices in us-east-1 as of 2025, in US dollars, without free tiers and discounts.
 *
 * <p>They were written down from memory of the public price pages and want to be checked against them.
 */
public final class Prices {

    private static final String LAMBDA_PAGE = "https://aws.amazon.com/lambda/pricing/";
    private static final String API_PAGE = "https://aws.amazon.com/api-gateway/pricing/";
    private static final String SNS_PAGE = "https://aws.amazon.com/sns/pricing/";
    private static final String SQS_PAGE = "https://aws.amazon.com/sqs/pricing/";
    private static final String DYNAMODB_PAGE = "https://aws.amazon.com/dynamodb/pricing/on-demand/";
    private static final String DYNAMODB_FIXED_PAGE = "https://aws.amazon.com/dynamodb/pricing/provisioned/";
    private static final String KMS_PAGE = "https://aws.amazon.com/kms/pricing/";
    private static final String SECRETS_PAGE = "https://aws.amazon.com/secrets-manager/pricing/";
    private static final String CLOUDWATCH_PAGE = "https://aws.amazon.com/cloudwatch/pricing/";
    private static final String S3_PAGE = "https://aws.amazon.com/s3/pricing/";
    private static final String XRAY_PAGE = "https://aws.amazon.com/xray/pricing/";

    private static final String MILLION = "1000000";
    private static final String THOUSAND = "1000";
    private static final String TEN_THOUSAND = "10000";
    private static final String ONE = "1";

    static final Price API_REQUEST =
            price("API Gateway", "REST API, first 333 million a month", "request", MILLION, "3.50", API_PAGE);

    static final Price INVOCATION = price("Lambda", "invocations", "invocation", MILLION, "0.20", LAMBDA_PAGE);
    static final Price RUNNING_ARM = price("Lambda", "running, arm64", "GB-second", ONE, "0.0000133334", LAMBDA_PAGE);
    static final Price RUNNING_X86 = price("Lambda", "running, x86_64", "GB-second", ONE, "0.0000166667", LAMBDA_PAGE);
    static final Price WARM_ARM = price(
            "Lambda", "kept warm (provisioned concurrency), arm64", "GB-second", ONE, "0.0000033334", LAMBDA_PAGE);
    static final Price WARM_X86 = price(
            "Lambda", "kept warm (provisioned concurrency), x86_64", "GB-second", ONE, "0.0000041667", LAMBDA_PAGE);
    static final Price RUNNING_WARM_ARM =
            price("Lambda", "running where kept warm, arm64", "GB-second", ONE, "0.0000077778", LAMBDA_PAGE);
    static final Price RUNNING_WARM_X86 =
            price("Lambda", "running where kept warm, x86_64", "GB-second", ONE, "0.0000097222", LAMBDA_PAGE);
    static final Price SNAPSHOT =
            price("Lambda", "SnapStart of Java: cache and restores", "snapshot", ONE, "0", LAMBDA_PAGE);

    static final Price PUBLISH = price(
            "SNS", "publishing, each 64 KB begun; delivery to Lambda is free", "request", MILLION, "0.50", SNS_PAGE);

    static final Price TOPIC_REQUEST =
            price("SNS", "requests that publish nothing", "request", MILLION, "0.50", SNS_PAGE);

    static final Price QUEUE_REQUEST =
            price("SQS", "standard queues, each 64 KB begun", "request", MILLION, "0.40", SQS_PAGE);

    public static final Price WRITE =
            price("DynamoDB", "on-demand writes", "write unit", MILLION, "0.625", DYNAMODB_PAGE);
    public static final Price READ = price("DynamoDB", "on-demand reads", "read unit", MILLION, "0.125", DYNAMODB_PAGE);
    public static final Price FIXED_WRITE = price(
            "DynamoDB", "provisioned writes", "write unit a second, for an hour", ONE, "0.00065", DYNAMODB_FIXED_PAGE);
    public static final Price FIXED_READ = price(
            "DynamoDB", "provisioned reads", "read unit a second, for an hour", ONE, "0.00013", DYNAMODB_FIXED_PAGE);
    static final Price TABLE_STORAGE =
            price("DynamoDB", "storage, standard table class", "GB-month", ONE, "0.25", DYNAMODB_PAGE);
    static final Price TABLE_RECOVERY =
            price("DynamoDB", "point-in-time recovery", "GB-month", ONE, "0.20", DYNAMODB_PAGE);

    static final Price KEY = price("KMS", "a key of one's own", "key-month", ONE, "1.00", KMS_PAGE);
    static final Price KEY_REQUEST = price("KMS", "requests", "request", TEN_THOUSAND, "0.03", KMS_PAGE);

    static final Price SECRET = price("Secrets Manager", "secrets", "secret-month", ONE, "0.40", SECRETS_PAGE);
    static final Price SECRET_REQUEST =
            price("Secrets Manager", "requests", "request", TEN_THOUSAND, "0.05", SECRETS_PAGE);

    public static final Price LOG_INTAKE = price("CloudWatch", "logs taken in", "GB", ONE, "0.50", CLOUDWATCH_PAGE);
    public static final Price LOG_STORAGE =
            price("CloudWatch", "logs kept, compressed", "GB-month", ONE, "0.03", CLOUDWATCH_PAGE);
    static final Price METRIC =
            price("CloudWatch", "metrics of one's own, first 10,000", "metric-month", ONE, "0.30", CLOUDWATCH_PAGE);
    static final Price ALARM =
            price("CloudWatch", "alarms, each metric that one looks at", "metric-month", ONE, "0.10", CLOUDWATCH_PAGE);
    static final Price DASHBOARD = price("CloudWatch", "dashboards", "dashboard-month", ONE, "3.00", CLOUDWATCH_PAGE);

    static final Price CLOUDWATCH_REQUEST =
            price("CloudWatch", "requests", "request", THOUSAND, "0.01", CLOUDWATCH_PAGE);

    static final Price OBJECT_WRITE =
            price("S3", "PUT requests, standard class", "request", THOUSAND, "0.005", S3_PAGE);
    static final Price OBJECT_READ =
            price("S3", "GET and all other requests, standard class", "request", THOUSAND, "0.0004", S3_PAGE);
    static final Price OBJECT_STORAGE =
            price("S3", "storage, standard class, first 50 TB", "GB-month", ONE, "0.023", S3_PAGE);

    static final Price TRACE = price("X-Ray", "traces recorded", "trace", MILLION, "5.00", XRAY_PAGE);

    /** Every price that a bill or a comparison can hold. */
    public static final List<Price> ALL = List.of(
            API_REQUEST,
            INVOCATION,
            RUNNING_ARM,
            RUNNING_X86,
            WARM_ARM,
            WARM_X86,
            RUNNING_WARM_ARM,
            RUNNING_WARM_X86,
            SNAPSHOT,
            PUBLISH,
            TOPIC_REQUEST,
            QUEUE_REQUEST,
            WRITE,
            READ,
            FIXED_WRITE,
            FIXED_READ,
            TABLE_STORAGE,
            TABLE_RECOVERY,
            KEY,
            KEY_REQUEST,
            SECRET,
            SECRET_REQUEST,
            LOG_INTAKE,
            LOG_STORAGE,
            METRIC,
            ALARM,
            DASHBOARD,
            CLOUDWATCH_REQUEST,
            OBJECT_WRITE,
            OBJECT_READ,
            OBJECT_STORAGE,
            TRACE);

    private Prices() {}

    /** What running costs on that processor. */
    public static Price running(Architecture architecture) {
        return switch (architecture) {
            case ARM64 -> RUNNING_ARM;
            case X86_64 -> RUNNING_X86;
        };
    }

    /** What standing ready costs on that processor. */
    public static Price warm(Architecture architecture) {
        return switch (architecture) {
            case ARM64 -> WARM_ARM;
            case X86_64 -> WARM_X86;
        };
    }

    /** What running costs there where it is kept warm. */
    public static Price runningWarm(Architecture architecture) {
        return switch (architecture) {
            case ARM64 -> RUNNING_WARM_ARM;
            case X86_64 -> RUNNING_WARM_X86;
        };
    }

    private static Price price(String product, String what, String unit, String pieces, String dollars, String page) {
        return new Price(product, what, unit, new BigDecimal(pieces), new BigDecimal(dollars), page);
    }
}
