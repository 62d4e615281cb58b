package dev.sluice.cli.guard;

import dev.sluice.guard.Guard;
import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.report.Checked;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rules.Catalogue;
import dev.sluice.guard.terraform.HclParser;
import dev.sluice.guard.terraform.TerraformReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The catalogue over Terraform's files and plans. */
public final class TerraformGuarding implements Guarding {

    private final TerraformReader reader;

    public TerraformGuarding(HclParser hcl) {
        this.reader = new TerraformReader(hcl);
    }

    @Override
    public Checked check(List<Path> paths, Expectations expectations) throws IOException {
        var files = new LinkedHashSet<String>();
        var unreadable = new LinkedHashSet<Unreadable>();
        var resources = new ArrayList<Resource>();
        var findings = new LinkedHashSet<Finding>();
        for (var path : paths) {
            for (var infrastructure : reader.read(path)) {
                files.addAll(infrastructure.files());
                unreadable.addAll(infrastructure.graph().unreadable());
                resources.addAll(infrastructure.graph().resources());
                findings.addAll(Guard.look(infrastructure.graph(), expectations));
            }
        }
        return new Checked(List.copyOf(files), resources, List.copyOf(unreadable), rules(), List.copyOf(findings));
    }

    @Override
    public List<Card> rules() {
        return Catalogue.ALL.stream().map(Rule::card).toList();
    }
}
