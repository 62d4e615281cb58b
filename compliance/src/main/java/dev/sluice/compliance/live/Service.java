package dev.sluice.compliance.live;

import dev.sluice.handlers.port.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A service of AWS that is asked what there is.
 *
 * @param name what it is called in front of its actions where one did not answer, such as {@code sqs}
 */
record Service(String name) {

    /** More of one kind than any environment's account has; a list without end is no list. */
    static final int MOST_LISTED = 20_000;

    /**
     * By which codes services say that what they are asked about is not there: the resource, or what was to be told of it.
     * Every service has its own, some have two.
     */
    private static final Set<String> GONE = Set.of(
            "ResourceNotFoundException", // Lambda, Logs, DynamoDB, EventBridge, Secrets Manager, CloudWatch
            "NotFoundException", // KMS, API Gateway
            "NotFound", // SNS: a topic, a subscription
            "ResourceNotFound", // SNS, CloudWatch: what is to tell its tags
            "NoSuchEntity", // IAM
            "QueueDoesNotExist", // SQS
            "AWS.SimpleQueueService.NonExistentQueue", // SQS, as its clients have known it for longer
            "TableNotFoundException", // DynamoDB: the table of backups
            "PolicyNotFoundException", // DynamoDB
            "NoSuchBucket",
            "NoSuchBucketPolicy",
            "NoSuchLifecycleConfiguration",
            "ServerSideEncryptionConfigurationNotFoundError", // S3
            "NoSuchConfigurationRecorderException"); // AWS Config

    /**
     * Everything of a kind.
     *
     * @param pages the list, each page asked for when it is needed
     * @throws Unavailable when not all of it could be had, or when it is longer than {@link #MOST_LISTED}
     */
    <T> List<T> list(String action, Supplier<? extends Iterable<T>> pages) {
        try {
            var all = new ArrayList<T>();
            for (var each : pages.get()) {
                if (all.size() == MOST_LISTED) {
                    throw new Unavailable(name + ":" + action + ": more than " + MOST_LISTED);
                }
                all.add(each);
            }
            return List.copyOf(all);
        } catch (SdkException e) {
            throw new Unavailable(unanswered(action, e), e);
        }
    }

    /**
     * Everything of a kind in something that was listed before; empty where that is gone by now.
     *
     * @param pages the list, each page asked for when it is needed
     * @throws Unavailable when not all of it could be had
     */
    <T> Optional<List<T>> listWithin(String action, Supplier<? extends Iterable<T>> pages) {
        try {
            return Optional.of(list(action, pages));
        } catch (Unavailable e) {
            if (e.getCause() instanceof SdkException cause && isGone(cause)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The questions about one resource; what is not answered is told to {@code unread}. */
    Asking about(LiveResource resource, Unread unread) {
        return new Asking(this, resource, unread);
    }

    /** What was asked and what was answered, the latter by its code alone, since messages quote. */
    String unanswered(String action, SdkException e) {
        var code = code(e);
        return name + ":" + action + ": " + (code.isEmpty() ? e.getClass().getSimpleName() : code);
    }

    /** Whether a service says that what it is asked about is not there; no other answer does, whatever its status. */
    static boolean isGone(SdkException e) {
        return GONE.contains(code(e));
    }

    /** The code of what a service answered; empty where it did not answer. */
    static String code(SdkException e) {
        if (!(e instanceof AwsServiceException answered) || answered.awsErrorDetails() == null) {
            return "";
        }
        var code = answered.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }
}
