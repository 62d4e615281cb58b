package dev.sluice.handlers.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import javax.net.ssl.HttpsURLConnection;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The JDK's own HTTP connections as a client of the SDK: what TLS needs is made beside everything else of a cold start. */
final class JdkHttp {

    private JdkHttp() {}

    /**
     * A client within those limits.
     *
     * @param https whether it will be asked for connections with TLS
     */
    static SdkHttpClient within(Clients.Limits limits, boolean https) {
        if (ProxyConfiguration.builder().build().host() != null) {
            // The SDK knows how to go through what the environment names as a proxy.
            return UrlConnectionHttpClient.builder()
                    .connectionTimeout(limits.connect())
                    .socketTimeout(limits.attempt())
                    .build();
        }
        if (https) {
            prepareTls();
        }
        return UrlConnectionHttpClient.create(uri -> opened(uri, limits));
    }

    /**
     * The certificates of all authorities take as long to read as the service clients to be made. It is the JVM's own
     * context that is made here: whoever opens the first connection waits for it.
     */
    private static void prepareTls() {
        Thread.ofPlatform().name("prepares-tls").daemon().start(HttpsURLConnection::getDefaultSSLSocketFactory);
    }

    private static HttpURLConnection opened(URI uri, Clients.Limits limits) {
        try {
            var connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(Math.toIntExact(limits.connect().toMillis()));
            connection.setReadTimeout(Math.toIntExact(limits.attempt().toMillis()));
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException("no connection can be made for " + uri.getScheme(), e);
        }
    }
}
