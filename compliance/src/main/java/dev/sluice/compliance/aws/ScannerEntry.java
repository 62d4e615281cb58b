package dev.sluice.compliance.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.compliance.scanning.Scanner;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What Lambda makes and calls for the function {@code scanner}. */
public final class ScannerEntry implements RequestStreamHandler {

    private final Scanner scanner = Deployed.scanner(System.getenv());

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        scanner.scan(named(context), answer);
    }

    /** Lambda calls each retry of an event as it called the first attempt; who calls without it gets a name of its own. */
    private static String named(@Nullable Context context) {
        var request = context == null ? null : context.getAwsRequestId();
        return request == null ? UUID.randomUUID().toString() : request;
    }
}
