package dev.sluice.integration.sandbox.client.compliance;

import dev.sluice.integration.sandbox.client.Operator;
import software.amazon.awssdk.services.config.ConfigClient;

/** The account's AWS Config recorder, which no stack makes: an emulator has none until somebody switches one on. */
public final class Recorder {

    private static final String BUCKET = "recorded-elsewhere";
    private static final String ROLE = "arn:aws:iam::123456789012:role/recorder";

    private Recorder() {}

    /** Switches it on. */
    public static void on(Operator operator, String name) {
        try (var config = operator.client(ConfigClient.builder())) {
            config.putConfigurationRecorder(request -> request.configurationRecorder(
                    recorder -> recorder.name(name).roleARN(ROLE).recordingGroup(all -> all.allSupported(true))));
            config.putDeliveryChannel(request ->
                    request.deliveryChannel(channel -> channel.name(name).s3BucketName(BUCKET)));
            config.startConfigurationRecorder(request -> request.configurationRecorderName(name));
        }
    }
}
