package dev.sluice.integration.sandbox.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** What the roles are granted, what of it was used and by which tests, and what was denied. */
record PermissionsSection(List<Granted> grants, List<Denied> denied, Numbered numbers) implements Section {

    private static final int ARN_PARTS = 6;

    @Override
    public String id() {
        return "permissions";
    }

    @Override
    public String title() {
        return "Permissions";
    }

    @Override
    public void body(Html html) {
        long unused = grants.stream().filter(Granted::isUnused).count();
        html.element(
                "p",
                "Every action that a role is granted on a resource, "
                        + Figures.of(grants.size())
                        + " in all: "
                        + Figures.of(grants.size() - unused)
                        + " were used, "
                        + Figures.of(unused)
                        + " were not. Numbers of tests are those above.",
                "class",
                "lead");
        var byRole =
                grants.stream().collect(Collectors.groupingBy(Granted::role, LinkedHashMap::new, Collectors.toList()));
        byRole.forEach((role, own) -> role(html, role, own));
        html.element("h3", "Denied calls");
        if (denied.isEmpty()) {
            html.element("p", "None.", "class", "none");
            return;
        }
        Table.begin(html, "Test", "Caller", "Action", "Resource", "Why", "#Noted");
        denied.forEach(each -> row(html, each));
        Table.end(html);
    }

    private void role(Html html, String role, List<Granted> own) {
        long used = own.stream().filter(grant -> !grant.isUnused()).count();
        html.open("h3")
                .text(role + " ")
                .element("small", Figures.of(used) + " of " + Figures.of(own.size()) + " used")
                .close();
        Table.begin(html, "Statement", "Action", "Resource", "#Tests", "Which");
        own.stream().sorted(Comparator.comparing(grant -> !grant.isUnused())).forEach(grant -> row(html, grant));
        Table.end(html);
    }

    private void row(Html html, Granted grant) {
        html.open("tr");
        html.element("td", grant.statement());
        Table.code(html, grant.action());
        html.element("td", brief(grant.resource()), "title", grant.resource());
        Table.number(html, Figures.of(grant.tests().size()));
        if (grant.isUnused()) {
            html.open("td").element("span", "unused", "class", "warn").close();
        } else {
            html.element("td", numbers.of(grant.tests()));
        }
        html.close();
    }

    private void row(Html html, Denied denial) {
        html.open("tr");
        html.element("td", numbers.of(List.of(denial.test())));
        html.element("td", denial.asked().caller());
        Table.code(html, denial.asked().action());
        html.element(
                "td", brief(denial.asked().resource()), "title", denial.asked().resource());
        html.element("td", denial.asked().why());
        Table.number(html, Figures.of(denial.calls()));
        html.close();
    }

    /** An ARN without what is the same for all of a stack: its account and region. */
    static String brief(String arn) {
        var parts = arn.split(":", ARN_PARTS);
        return parts.length == ARN_PARTS && parts[0].equals("arn") ? parts[2] + " " + parts[5] : arn;
    }
}
