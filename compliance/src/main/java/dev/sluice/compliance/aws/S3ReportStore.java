package dev.sluice.compliance.aws;

import dev.sluice.compliance.port.ReportStore;
import java.time.Instant;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Keeps reports in an S3 bucket, which encrypts them with its own key: each under the time of its scan, and the last one
 * under a name that does not change.
 */
final class S3ReportStore implements ReportStore {

    private final S3Client s3;
    private final String bucket;

    S3ReportStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void keep(Instant scan, String json, String html) {
        // The latest is put last: who follows it finds the other there.
        for (var name : new String[] {"reports/" + FindingsTable.time(scan), "latest"}) {
            put(name + ".json", "application/json", json);
            put(name + ".html", "text/html; charset=utf-8", html);
        }
    }

    private void put(String key, String contentType, String content) {
        try {
            s3.putObject(
                    request -> request.bucket(bucket).key(key).contentType(contentType),
                    RequestBody.fromString(content));
        } catch (SdkException e) {
            throw Failures.unavailable("S3 PutObject (report)", e);
        }
    }
}
