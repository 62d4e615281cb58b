package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import java.util.List;
import software.amazon.awssdk.services.config.ConfigClient;

/**
 * Looks at the account's AWS Config recorder, {@code data.aws_config_configuration_recorder.NAME}: whether it is there and
 * {@code recording}. It is the account's, not the environment's.
 */
final class RecorderReader implements ServiceReader {

    private static final Service CONFIG = new Service("config");

    private final ConfigClient config;
    private final String name;

    /**
     * A reader of one recorder.
     *
     * @param name what it is to be called
     */
    RecorderReader(ConfigClient config, String name) {
        this.config = config;
        this.name = name;
    }

    @Override
    public List<Resource> read(Scope scope, Tagged tagged, Unread unread) {
        var recorder = LiveResource.looked("aws_config_configuration_recorder", name)
                .text("id", name)
                .text("name", name);
        return CONFIG
                .about(recorder, unread)
                .of(
                        "DescribeConfigurationRecorderStatus",
                        () -> config
                                .describeConfigurationRecorderStatus(
                                        request -> request.configurationRecorderNames(name))
                                .configurationRecordersStatus()
                                .stream()
                                .anyMatch(status -> Boolean.TRUE.equals(status.recording())),
                        told -> recorder.truth("recording", told),
                        List.of("recording"))
                .made()
                .stream()
                .toList();
    }
}
