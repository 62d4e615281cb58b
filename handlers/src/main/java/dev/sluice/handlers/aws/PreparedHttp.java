package dev.sluice.handlers.aws;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * The JDK's own HTTP client, made on a thread of its own while the service clients are made: what TLS needs, the certificates
 * of all authorities above all, takes as long as they do. The first request waits for it.
 */
final class PreparedHttp implements SdkHttpClient {

    private final FutureTask<SdkHttpClient> made;

    private PreparedHttp(FutureTask<SdkHttpClient> made) {
        this.made = made;
    }

    /** Begins to make one. */
    static PreparedHttp within(Clients.Limits limits) {
        var made = new FutureTask<SdkHttpClient>(() -> UrlConnectionHttpClient.builder()
                .connectionTimeout(limits.connect())
                .socketTimeout(limits.attempt())
                .build());
        Thread.ofPlatform().name("prepares-http").daemon().start(made);
        return new PreparedHttp(made);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return made().prepareRequest(request);
    }

    private SdkHttpClient made() {
        try {
            return made.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the HTTP client", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the HTTP client cannot be made", e.getCause());
        }
    }

    /** As it is named in what AWS is told of the caller. */
    @Override
    public String clientName() {
        return "UrlConnection";
    }

    /** There is nothing to close: the JDK keeps the connections. */
    @Override
    public void close() {}
}
