package dev.sluice.infra.docs;

import static dev.sluice.infra.docs.Markdown.code;

import dev.sluice.infra.settings.Option;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Preset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The settings as Markdown: what can be chosen, and what it is where nobody chooses. */
final class SettingsDocument {

    private static final String FUNCTION = "function.";

    private static final String TOP = """
            # Settings

            What whoever deploys Sluice to AWS can choose. There is nothing that has to be chosen: each setting has a default in
            each of three presets, `dev`, `staging` and `prod`.

            ## How they are given

            | variable | says | where it is not set |
            | --- | --- | --- |
            | `ENVIRONMENT_SUFFIX` | which environment it is; every deployed name ends with it. Lower-case letters and digits in words joined by dashes, at most 20 characters | `dev` |
            | `AWS_REGION` | the setting `region` | whatever Terraform's provider goes by |
            | `COST_CENTER` | the setting `cost_center` | `sluice` |

            Everything else is written into the `context` of `cdktf.json`: under `settings` for all environments, and under
            `settings.SUFFIX` for the one of that suffix.

            ```json
            {
              "context": {
                "settings": { "region": "eu-west-2", "operators": ["on-call@example.com"] },
                "settings.prod": { "clients": ["shop", "till"], "function.validator.start": "provisioned:20" },
                "settings.eu-1": { "preset": "prod", "alarm_silence_minutes": "none" }
              }
            }
            ```

            What counts is what `settings.SUFFIX` says, else `settings`, else the variable, else the preset. The preset is the
            setting `preset`; where there is none, the suffix itself if it is the name of one, else `dev`. So `ENVIRONMENT_SUFFIX=prod`
            is production, and above `eu-1` is production as well, without the alarm of silence.

            A setting that does not exist, breaks its rule or does not go with the others stops the synthesis with a sentence that
            says so; nothing is deployed then. These go together: what functions reserve leaves 100 of `account_concurrency`; no
            function keeps more executions warm than it reserves; the one behind a queue reserves as many as the queue hands it
            batches at once; no client may take more than the whole API.

            ## All of them
            """;

    private SettingsDocument() {}

    static String of() {
        var parts = new ArrayList<String>();
        parts.add(Page.HEADER);
        parts.add("");
        parts.add(TOP);
        parts.add(table(Options.ALL.stream().filter(option -> !option.name().startsWith(FUNCTION))));
        parts.add("## Of each function");
        parts.add("");
        for (var function : Options.FUNCTIONS) {
            parts.add("### " + function.name());
            parts.add("");
            parts.add(table(
                    Options.ALL.stream().filter(option -> option.name().startsWith(FUNCTION + function.name() + "."))));
        }
        return String.join("\n", parts).stripTrailing() + "\n";
    }

    private static String table(Stream<Option<?>> options) {
        return Markdown.table(
                List.of("setting", "is", "dev", "staging", "prod", "what it means"),
                options.map(SettingsDocument::row).toList());
    }

    private static List<String> row(Option<?> option) {
        return List.of(
                code(option.name()),
                option.form().rule(),
                inPreset(option, Preset.DEV),
                inPreset(option, Preset.STAGING),
                inPreset(option, Preset.PROD),
                option.meaning());
    }

    private static <T> String inPreset(Option<T> option, Preset preset) {
        var written = option.form()
                .writing()
                .apply(Objects.requireNonNull(option.defaults().get(preset)));
        return written.equals("none") ? "left out" : code(written);
    }
}
