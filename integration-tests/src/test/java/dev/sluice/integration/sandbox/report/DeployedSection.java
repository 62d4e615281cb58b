package dev.sluice.integration.sandbox.report;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.Deployment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was deployed: the functions, and how many resources of each type. */
record DeployedSection(Deployment deployment, List<DeployedFunction> functions) implements Section {

    /** Enough of a hash to tell two archives apart by eye. */
    private static final int SHORT = 12;

    @Override
    public String id() {
        return "deployed";
    }

    @Override
    public String title() {
        return "What was deployed";
    }

    @Override
    public void body(Html html) {
        Table.begin(html, "Function", "Handler", "#Memory", "#Timeout", "Architecture", "Role", "#Version", "Archive");
        functions.forEach(function -> row(html, function));
        Table.end(html);
        var counts = counts();
        html.element(
                "h3",
                Figures.of(counts.values().stream().mapToInt(Integer::intValue).sum(), "resource"));
        html.open("ul", "class", "counts");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(count -> html.open("li")
                        .element("b", Figures.of(count.getValue()))
                        .text(" " + count.getKey().replaceFirst("^aws_", "").replace('_', ' '))
                        .close());
        html.close();
    }

    private static void row(Html html, DeployedFunction function) {
        html.open("tr");
        html.element("th", function.name(), "scope", "row");
        Table.code(html, function.handler());
        Table.number(html, function.memoryMegabytes() + " MB");
        Table.number(html, function.timeout().toSeconds() + " s");
        html.element("td", String.join(", ", function.architectures()) + ", " + function.runtime());
        html.element("td", function.roleName());
        Table.number(html, function.version());
        var hash = function.archiveHash();
        Table.code(html, hash.substring(0, Math.min(SHORT, hash.length())));
        html.close();
    }

    private Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        deployment.state().at("/values/root_module/resources").forEach(resource -> {
            if (resource.path("mode").asText().equals("managed")) {
                counts.merge(resource.path("type").asText(), 1, Integer::sum);
            }
        });
        return counts;
    }
}
