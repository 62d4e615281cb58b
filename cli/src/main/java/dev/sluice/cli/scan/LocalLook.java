package dev.sluice.cli.scan;

import dev.sluice.compliance.norm.Norm;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.suppress.Suppression;
import dev.sluice.guard.terraform.HclParser;
import dev.sluice.guard.terraform.Infrastructure;
import dev.sluice.guard.terraform.TerraformReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What Terraform's files say.
 *
 * @param files what could be read
 * @param unreadable what could not
 * @param looked what the rules say of it
 */
public record LocalLook(List<String> files, List<Unreadable> unreadable, Looked looked) {

    public LocalLook {
        files = List.copyOf(files);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Reads what lies at some paths, each there, and has every rule look.
     *
     * @param apart whether an address names its part even where there is one part alone
     * @param norm how things are to be there, where somebody said so
     */
    public static LocalLook at(
            List<Path> paths,
            boolean apart,
            HclParser hcl,
            Optional<Norm> norm,
            List<Suppression> filed,
            LocalDate today)
            throws IOException {
        var reader = new TerraformReader(hcl);
        var all = new ArrayList<Infrastructure>();
        for (var path : paths) {
            all.addAll(reader.read(path));
        }
        var looks = all.stream()
                .map(one -> Looked.at(one.graph(), norm, filed, today))
                .toList();
        var unreadable = all.stream()
                .flatMap(one -> one.graph().unreadable().stream())
                .distinct()
                .toList();
        return new LocalLook(
                all.stream().flatMap(one -> one.files().stream()).distinct().toList(),
                unreadable,
                looks.size() == 1 && !apart ? looks.getFirst() : together(all, looks, filed));
    }

    private static Looked together(List<Infrastructure> all, List<Looked> looks, List<Suppression> filed) {
        var parts = new ArrayList<Together.Part>();
        for (var at = 0; at < all.size(); at++) {
            parts.add(new Together.Part(name(all, at), looks.get(at)));
        }
        var origins = looks.stream().map(Looked::origin).distinct().toList();
        return Together.of(
                origins.size() == 1 ? origins.getFirst() : Origin.CONFIGURATION,
                parts,
                filed.stream().map(Suppression::place).collect(Collectors.toUnmodifiableSet()));
    }

    /** Its last folders or file, as many as tell it from the others. */
    private static String name(List<Infrastructure> all, int at) {
        var own = absolute(all.get(at));
        for (var names = 1; names < own.getNameCount(); names++) {
            var end = own.subpath(own.getNameCount() - names, own.getNameCount());
            if (all.stream().filter(other -> absolute(other).endsWith(end)).count() == 1) {
                return end.toString();
            }
        }
        return own.toString();
    }

    private static Path absolute(Infrastructure infrastructure) {
        return infrastructure.path().toAbsolutePath().normalize();
    }
}
