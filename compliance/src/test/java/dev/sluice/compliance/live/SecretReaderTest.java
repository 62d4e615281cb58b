package dev.sluice.compliance.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.handlers.port.Unavailable;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsRequest;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

class SecretReaderTest {

    private static final Tagged NOTHING = new Tagged(List.of());

    private final SecretsManagerClient secrets = Staged.clients().made(SecretsManagerClient.builder());
    private final Unread unread = new Unread();

    @Test
    void aSecretSaysWhatItsProviderWouldShowAndNothingOfWhatIsInIt() {
        var arn = secrets.createSecret(request -> request.name("sluice-source-secrets-all/default")
                        .kmsKeyId("alias/orders")
                        .secretString("what nobody is to read")
                        .tags(Tag.builder().key("Project").value("sluice").build()))
                .arn();
        secrets.putResourcePolicy(request -> request.secretId(arn).resourcePolicy("{\"Statement\":[]}"));

        assertThat(read(new SecretReader(secrets), "secrets-all", NOTHING))
                .singleElement()
                .satisfies(secret -> {
                    assertThat(secret.address())
                            .isEqualTo("aws_secretsmanager_secret.sluice-source-secrets-all/default");
                    assertThat(secret.at("arn")).isEqualTo(Value.text(arn));
                    assertThat(secret.at("id")).isEqualTo(Value.text(arn));
                    assertThat(secret.at("kms_key_id")).isEqualTo(Value.text("alias/orders"));
                    assertThat(secret.at("policy")).isEqualTo(Value.text("{\"Statement\":[]}"));
                    assertThat(secret.at("tags", "Project")).isEqualTo(Value.text("sluice"));
                    assertThat(secret.attributes().toString()).doesNotContain("nobody");
                });
        assertThat(unread.all()).isEmpty();
    }

    @Test
    void everyPageOfTheListIsRead() {
        List.of("a", "b", "c", "d", "e").forEach(name -> secret("sluice-source-secrets-paged/" + name));
        var two = Staged.client(
                SecretsManagerClient.class,
                secrets,
                "listSecrets",
                (request, real) -> real.apply(
                        ((ListSecretsRequest) request).toBuilder().maxResults(2).build()));

        assertThat(read(new SecretReader(two), "secrets-paged", NOTHING)).hasSize(5);
    }

    @Test
    void whatBearsTheTagsIsReadWhateverItIsCalledAndOnceOnly() {
        var tagged = new Tagged(List.of(secret("called/otherwise"), secret("sluice-mine-secrets-tagged")));

        assertThat(read(new SecretReader(secrets), "secrets-tagged", tagged))
                .extracting(Resource::name)
                .containsExactlyInAnyOrder("called/otherwise", "sluice-mine-secrets-tagged");
    }

    @Test
    void aSecretThatIsDeletedIsNotThereAlthoughItMayBeHadBack() {
        var arn = secret("sluice-brief-secrets-gone");
        var deleting = Staged.client(
                SecretsManagerClient.class,
                secrets,
                "describeSecret",
                Staged.after(() -> secrets.deleteSecret(request -> request.secretId(arn))));

        assertThat(read(new SecretReader(deleting), "secrets-gone", NOTHING)).isEmpty();
        assertThat(unread.all()).isEmpty();
    }

    @Test
    void whatCannotBeReadOfASecretIsUnknownAndTold() {
        secret("sluice-shut-secrets-refused");
        var refusing = Staged.client(SecretsManagerClient.class, secrets, "getResourcePolicy", Staged.refuses());

        assertThat(read(new SecretReader(refusing), "secrets-refused", NOTHING))
                .singleElement()
                .satisfies(secret -> assertThat(secret.at("policy").isOpen()).isTrue());
        assertThat(unread.all())
                .extracting(told -> told.place().file() + " " + told.why())
                .containsExactly("aws_secretsmanager_secret.sluice-shut-secrets-refused"
                        + " secretsmanager:GetResourcePolicy: AccessDenied");
    }

    @Test
    void withoutAListNothingCanBeSaid() {
        var refusing = Staged.client(SecretsManagerClient.class, secrets, "listSecrets", Staged.refuses());

        assertThatThrownBy(() -> read(new SecretReader(refusing), "secrets-unlisted", NOTHING))
                .isInstanceOf(Unavailable.class)
                .hasMessage("secretsmanager:ListSecrets: AccessDenied");
    }

    private String secret(String name) {
        return secrets.createSecret(request -> request.name(name)).arn();
    }

    private List<Resource> read(SecretReader reader, String suffix, Tagged tagged) {
        return reader.read(Staged.scope(suffix), tagged, unread);
    }
}
