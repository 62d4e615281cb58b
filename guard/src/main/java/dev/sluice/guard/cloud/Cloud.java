package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.iam.Rights;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Infrastructure as rules ask about it. Made once, then read by every rule. */
public final class Cloud {

    private final ResourceGraph graph;
    private final Expectations expectations;
    private final Rights rights;
    private final Functions functions;
    private final Invocations invocations;
    private final Failures failures;
    private final Keys keys;
    private final Tags tags;
    private final Attachments attachments;
    private final Apis apis;
    private final Alarms alarms;
    private final IdentityPolicies identityPolicies;
    private final Stated stated;
    private final LogGroups logGroups;
    private final Sources sources;

    public Cloud(ResourceGraph graph, Expectations expectations) {
        this.graph = graph;
        this.expectations = expectations;
        this.rights = new Rights(graph);
        this.functions = new Functions(graph);
        this.invocations = new Invocations(graph, functions);
        this.failures = new Failures(graph);
        this.keys = new Keys(graph);
        this.tags = new Tags(graph);
        this.attachments = new Attachments(graph);
        this.apis = new Apis(graph);
        this.alarms = new Alarms(graph);
        this.identityPolicies = new IdentityPolicies(graph);
        this.stated = new Stated(tags);
        this.logGroups = new LogGroups(graph, functions);
        this.sources = new Sources(graph);
    }

    public ResourceGraph graph() {
        return graph;
    }

    public Expectations expectations() {
        return expectations;
    }

    /** Who may do what. */
    public Rights rights() {
        return rights;
    }

    /** Which function something means. */
    public Functions functions() {
        return functions;
    }

    /** Who calls which function, and how. */
    public Invocations invocations() {
        return invocations;
    }

    /** What fails into where. */
    public Failures failures() {
        return failures;
    }

    /** What is encrypted with which key. */
    public Keys keys() {
        return keys;
    }

    /** What tags a resource has. */
    public Tags tags() {
        return tags;
    }

    /** What stands beside a resource and says more of it. */
    public Attachments attachments() {
        return attachments;
    }

    /** The APIs at the gateway. */
    public Apis apis() {
        return apis;
    }

    /** What the alarms watch. */
    public Alarms alarms() {
        return alarms;
    }

    /** What is given to roles, users and groups. */
    public IdentityPolicies identityPolicies() {
        return identityPolicies;
    }

    /** What people state about a resource. */
    public Stated stated() {
        return stated;
    }

    /** Which log group a function writes to. */
    public LogGroups logGroups() {
        return logGroups;
    }

    /** What event source mappings read. */
    public Sources sources() {
        return sources;
    }

    /** The resources of some types. */
    public List<Resource> of(String... types) {
        return graph.of(types);
    }

    /** What a resource says, with names written out where they are known. */
    public Value at(Resource resource, String... path) {
        return graph.spelled(resource.at(path));
    }

    /** What was written of a resource; see {@link ResourceGraph#isWritten}. */
    public Value written(Resource resource, String... path) {
        var value = at(resource, path);
        return graph.isWritten(value) ? value : Value.absent();
    }

    /** A known text that a resource says. */
    public Optional<String> text(Resource resource, String... path) {
        return at(resource, path).asText();
    }

    /** A known number that a resource says. */
    public Optional<BigDecimal> number(Resource resource, String... path) {
        return at(resource, path).asNumber();
    }

    /** A known truth that a resource says. */
    public Optional<Boolean> truth(Resource resource, String... path) {
        return at(resource, path).asTruth();
    }
}
