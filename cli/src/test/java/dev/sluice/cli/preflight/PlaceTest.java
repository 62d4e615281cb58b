package dev.sluice.cli.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.stacks.Sample;
import dev.sluice.cli.tools.Surroundings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceTest {

    private static final String[] NO_REGION = {",\n        \"region\": \"eu-west-2\"", ""};

    private final FakeAccount cloud = new FakeAccount();

    private Optional<Place> of(Map<String, String> variables, String... replacements) {
        return Place.of(Sample.stack(replacements), new Surroundings(Path.of(""), variables), cloud);
    }

    @Test
    void theStackSaysItBeforeAnybodyElse() {
        assertThat(of(Map.of("AWS_REGION", "us-east-1"))).contains(new Place("eu-west-2", "the stack"));
    }

    @Test
    void thenTheEnvironmentThenTheProfile() {
        cloud.profileRegion = Optional.of("sa-east-1");

        assertThat(of(Map.of("AWS_REGION", "us-east-1", "AWS_DEFAULT_REGION", "us-east-2"), NO_REGION))
                .contains(new Place("us-east-1", "AWS_REGION"));
        assertThat(of(Map.of("AWS_DEFAULT_REGION", "us-east-2"), NO_REGION))
                .contains(new Place("us-east-2", "AWS_DEFAULT_REGION"));
        assertThat(of(Map.of(), NO_REGION)).contains(new Place("sa-east-1", "the profile"));
    }

    @Test
    void orNobody() {
        assertThat(of(Map.of(), NO_REGION)).isEmpty();
    }
}
