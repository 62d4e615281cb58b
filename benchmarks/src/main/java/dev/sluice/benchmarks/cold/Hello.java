package dev.sluice.benchmarks.cold;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The least that a function can be: it reads nothing, asks nobody and always answers the same. */
public final class Hello implements RequestStreamHandler {

    private static final byte[] ANSWER = "{\"statusCode\":202,\"headers\":{},\"body\":\"{}\",\"isBase64Encoded\":false}"
            .getBytes(StandardCharsets.US_ASCII);

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        answer.write(ANSWER);
    }
}
