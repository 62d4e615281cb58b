package dev.sluice.cli.scan;

import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Setting;
import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import dev.sluice.cli.stacks.Stacks;
import dev.sluice.compliance.norm.AlarmNames;
import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.norm.NormJson;
import dev.sluice.guard.json.FileMistake;
import dev.sluice.guard.suppress.Suppression;
import dev.sluice.guard.suppress.SuppressionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the scanner of an environment is told, so that a scan from here says what it says.
 *
 * @param norm how things are to be there
 * @param suppressions what of its live resources is lived with
 */
public record ScannerSettings(Norm norm, List<Suppression> suppressions) {

    /** How long a log group of the pipeline keeps its lines where no setting says otherwise. */
    private static final int LOG_DAYS = 30;

    private static final String RECORDER = "default";

    public ScannerSettings {
        suppressions = List.copyOf(suppressions);
    }

    /** As the synthesized stack says; where there is none, what is so in every environment. */
    public static ScannerSettings of(Stacks stacks, String suffix, LocalDate today) throws IOException, FileMistake {
        var name = "sluice-compliance-" + suffix;
        var file = stacks.file(name);
        if (!Files.isRegularFile(file)) {
            return new ScannerSettings(usual(suffix), List.of());
        }
        var document = JsonText.read(Files.readAllBytes(file));
        var norm = told(document, Compliance.NORM).map(NormJson::read).orElseGet(() -> usual(suffix));
        var alarms = told(document, Compliance.ALARMS).orElse("");
        var suppressions = told(document, Compliance.SUPPRESSIONS);
        return new ScannerSettings(
                norm.alarmed(AlarmNames.read(alarms, suffix)),
                suppressions.isEmpty()
                        ? List.of()
                        : SuppressionFile.read(stacks.shownFile(name), suppressions.get(), today));
    }

    /** What one of the stack's functions is told under that name. */
    private static Optional<String> told(Json stack, Setting setting) {
        var functions = stack.at("/resource/aws_lambda_function").orElse(new Json.Null());
        return (functions instanceof Json.Obj(var members) ? members : Map.<String, Json>of())
                .values().stream()
                        .flatMap(function ->
                                function.text("/environment/variables/" + setting.environmentVariable()).stream())
                        .findFirst();
    }

    private static Norm usual(String suffix) {
        return new Norm(
                suffix,
                Map.of("Project", "sluice", "Environment", suffix),
                LOG_DAYS,
                (int) Compliance.SCANNER_DEAD_LETTERS.retention().toDays(),
                RECORDER);
    }
}
