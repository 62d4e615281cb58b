package dev.sluice.guard.terraform;

import static dev.sluice.guard.terraform.Folder.addresses;
import static dev.sluice.guard.terraform.Folder.said;
import static dev.sluice.guard.terraform.Folder.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.graph.Elsewhere;
import dev.sluice.guard.graph.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A configuration")
class ConfigurationTest {

    @TempDir
    Path temporary;

    private Folder folder;

    @BeforeEach
    void folder() {
        folder = new Folder(temporary);
    }

    @Test
    @DisplayName("has variables: what is given, or else their default, or else what nobody knows")
    void variables() {
        folder.with("main.tf.json", """
                {"variable": {
                   "open": {}, "preset": {"default": "p"}, "nothing": {"default": null},
                   "given": {"default": "g"}, "never": {"default": "n", "nullable": false},
                   "may": {"default": "m"}},
                 "output": {"all": {"value":
                   ["${var.open}", "${var.preset}", "${var.nothing}", "${var.given}", "${var.never}", "${var.may}",
                    "${var.undeclared}", "${var}"]}}}
                """).with("terraform.tfvars.json", """
                {"given": "${from.elsewhere}", "never": null, "may": null}
                """);
        assertThat(folder.output("all"))
                .isEqualTo("[\"${var.open}\",\"p\",null,\"from.elsewhere\",\"n\",null,\"${var.undeclared}\","
                        + "\"${unknown}\"]");
    }

    @Test
    @DisplayName("takes a variable's value from the file that counts last, in Terraform's order")
    void precedence() {
        folder.with("main.tf.json", """
                {"variable": {"a": {}, "b": {}, "c": {}, "d": {}},
                 "output": {"all": {"value": ["${var.a}", "${var.b}", "${var.c}", "${var.d}"]}}}
                """)
                .with("terraform.tfvars", "a = 1", "{\"a\": 1, \"b\": 1, \"c\": 1, \"d\": 1}")
                .with("terraform.tfvars.json", "{\"b\": 2, \"c\": 2, \"d\": 2}")
                .with("a.auto.tfvars.json", "{\"c\": 3, \"d\": 3}")
                .with("b.auto.tfvars", "d = 4", "{\"d\": 4}")
                .with("other.tfvars", "a = 5", "{\"a\": 5}");
        assertThat(folder.output("all")).isEqualTo("[1,2,3,4]");
    }

    @Test
    @DisplayName("fills in the members of an object that are optional")
    void optionalMembers() {
        folder.with("main.tf.json", """
                {"variable": {
                   "one": {"type": "${object({a = optional(number, 30), b = optional(string), c = string})}",
                           "default": {"c": "x"}},
                   "list": {"type": "list(object({a = optional(number, 1)}))", "default": [{}, {"a": 2}]},
                   "set": {"type": "set(object({a = optional(number, 1)}))"},
                   "map": {"type": "map(object({a = optional(object({b = optional(bool, true)}), {})}))",
                           "default": {"k": {}}},
                   "openmap": {"type": "map(object({a = optional(number, 1)}))"},
                   "tuple": {"type": "tuple([object({a = optional(number, 1)})])", "default": [{}]},
                   "broken": {"type": "object({a = optional(", "default": {}},
                   "plain": {"type": "object({a = number})", "default": {"a": 1}}},
                 "output": {"all": {"value": ["${var.one}", "${var.list}", "${var.set}", "${var.map}",
                   "${var.openmap}", "${var.tuple}", "${var.broken}", "${var.plain}"]}}}
                """);
        assertThat(folder.output("all"))
                .isEqualTo("[{\"c\":\"x\",\"a\":30,\"b\":null},[{\"a\":1},{\"a\":2}],\"${var.set}\","
                        + "{\"k\":{\"a\":{\"b\":true}}},\"${var.openmap}\",[{}],{},{\"a\":1}]");
    }

    @Test
    @DisplayName("has locals in any order, and in any file")
    void locals() {
        folder.with("a.tf.json", "{\"locals\": {\"c\": \"${local.b}!\", \"a\": 1}}")
                .with("b.tf.json", """
                        {"locals": [{"b": "${local.a + 1}"}, {"//": "for people"}],
                         "output": {"c": {"value": "${local.c}"}, "gone": {"value": "${local.gone}"}, "empty": {}}}
                        """);
        assertThat(folder.output("c")).isEqualTo("\"2!\"");
        assertThat(folder.output("gone")).isEqualTo("\"${unknown}\"");
        assertThat(folder.output("empty")).isEqualTo("null");
    }

    @Test
    @DisplayName("says nothing of locals that need themselves, and the rest is read")
    void circle() {
        folder.with("main.tf.json", """
                {"locals": {"a": "${local.b}", "b": "${local.c}", "c": "${local.a}", "self": ["${local.self}"]},
                 "resource": {"aws_sqs_queue": {"q": {"name": "${local.a}", "fifo_queue": true,
                     "kms_master_key_id": "${aws_sqs_queue.q.kms_master_key_id}",
                     "delay_seconds": "${aws_sqs_queue.q.delay_seconds + 1}", "tags": "${local.self}"}}}}
                """);
        var graph = folder.graph();
        assertThat(said(graph, "aws_sqs_queue.q", "name")).isEqualTo("\"${unknown}\"");
        assertThat(said(graph, "aws_sqs_queue.q", "fifo_queue")).isEqualTo("true");
    }

    @Test
    @DisplayName("has a block as often as its count says")
    void count() {
        folder.with("main.tf.json", """
                {"variable": {"n": {}},
                 "resource": {"aws_sqs_queue": {
                   "none": {"count": 0}, "one": {"count": 1, "name": "q${count.index}"},
                   "two": {"count": "${1 + 1}", "name": "q${count.index}", "fifo_queue": "${count.index == 1}"},
                   "open": {"count": "${var.n}", "name": "q${count.index}", "delay_seconds": 5},
                   "huge": {"count": 1000000000}, "wraps": {"count": 4294967296}, "half": {"count": 0.5},
                   "minus": {"count": -1}}},
                 "output": {"all": {"value": ["${aws_sqs_queue.none[*].arn}", "${aws_sqs_queue.two[*].arn}",
                   "${aws_sqs_queue.two.1.arn}", "${aws_sqs_queue.two[1].fifo_queue}",
                   "${aws_sqs_queue.open[3].arn}", "${aws_sqs_queue.open[0].delay_seconds}",
                   "${one(aws_sqs_queue.one[*].name)}", "${length(aws_sqs_queue.open)}",
                   "${aws_sqs_queue.two[5].arn}", "${length(aws_sqs_queue.two)}"]}}}
                """);
        var graph = folder.graph();
        assertThat(addresses(graph))
                .containsExactly(
                        "aws_sqs_queue.one[0]",
                        "aws_sqs_queue.two[0]",
                        "aws_sqs_queue.two[1]",
                        "aws_sqs_queue.open",
                        "aws_sqs_queue.huge",
                        "aws_sqs_queue.wraps",
                        "aws_sqs_queue.half",
                        "aws_sqs_queue.minus");
        assertThat(said(graph, "aws_sqs_queue.two[1]", "name")).isEqualTo("\"q1\"");
        assertThat(said(graph, "aws_sqs_queue.open", "name")).isEqualTo("\"q${count.index}\"");
        assertThat(folder.output("all"))
                .isEqualTo("[[],[\"${aws_sqs_queue.two[0].arn}\",\"${aws_sqs_queue.two[1].arn}\"],"
                        + "\"${aws_sqs_queue.two[1].arn}\",true,\"${aws_sqs_queue.open.arn}\",5,"
                        + "\"${aws_sqs_queue.one[0].name}\",\"${aws_sqs_queue.open.~}\",null,2]");
    }

    @Test
    @DisplayName("has a block once for each key")
    void forEach() {
        folder.with("main.tf.json", """
                {"variable": {"n": {}},
                 "resource": {"aws_sqs_queue": {
                   "map": {"for_each": {"eu": {"d": 1}, "us": {"d": 2}}, "name": "${each.key}",
                           "delay_seconds": "${each.value.d}"},
                   "set": {"for_each": "${toset([\\"a\\", \\"b[0].c\\"])}", "name": "${each.value}"},
                   "open": {"for_each": "${var.n}", "name": "q-${each.key}", "delay_seconds": "${each.value.d}"},
                   "parts": {"for_each": ["x", "${var.n}"]}}},
                 "output": {"all": {"value": ["${aws_sqs_queue.map[\\"eu\\"].arn}",
                   "${aws_sqs_queue.map[\\"us\\"].delay_seconds}", "${aws_sqs_queue.map[var.n].arn}",
                   "${values(aws_sqs_queue.map)[*].arn}", "${aws_sqs_queue.open[\\"k\\"].arn}",
                   "${[for k, q in aws_sqs_queue.map : k]}", "${aws_sqs_queue.map}"]}}}
                """);
        var graph = folder.graph();
        assertThat(addresses(graph))
                .containsExactly(
                        "aws_sqs_queue.map[\"eu\"]",
                        "aws_sqs_queue.map[\"us\"]",
                        "aws_sqs_queue.set[\"a\"]",
                        "aws_sqs_queue.set[\"b[0].c\"]",
                        "aws_sqs_queue.open",
                        "aws_sqs_queue.parts");
        assertThat(said(graph, "aws_sqs_queue.map[\"us\"]", "delay_seconds")).isEqualTo("2");
        assertThat(said(graph, "aws_sqs_queue.open", "name")).isEqualTo("\"q-${each.key}\"");
        assertThat(graph.at("aws_sqs_queue.set")).hasSize(2);
        assertThat(folder.output("all"))
                .isEqualTo("[\"${aws_sqs_queue.map[\"eu\"].arn}\",2,"
                        + "\"${aws_sqs_queue.map[\"eu\"].~}${aws_sqs_queue.map[\"us\"].~}\","
                        + "[\"${aws_sqs_queue.map[\"eu\"].arn}\",\"${aws_sqs_queue.map[\"us\"].arn}\"],"
                        + "\"${aws_sqs_queue.open.arn}\",[\"eu\",\"us\"],"
                        + "{\"eu\":\"${aws_sqs_queue.map[\"eu\"]}\",\"us\":\"${aws_sqs_queue.map[\"us\"]}\"}]");
    }

    @Test
    @DisplayName("knows a resource's numbers, truths and lists where they are referred to; its texts stay references")
    void written() {
        folder.with("main.tf.json", """
                {"resource": {"aws_x": {"a": {"count_of": 3, "on": true, "list": [1, 2], "nested": [{"deep": 7}],
                    "name": "n", "open": "${var.v}", "again": "${aws_x.a.again}"}}},
                 "data": {"aws_region": {"here": {"name": "eu-west-1"}}},
                 "output": {"all": {"value": ["${aws_x.a.count_of}", "${aws_x.a.on}", "${aws_x.a.list}",
                    "${aws_x.a.nested[0].deep}", "${aws_x.a.nested.deep}", "${aws_x.a.name}", "${aws_x.a.open}",
                    "${aws_x.a.again}", "${aws_x.a.other}", "${aws_x.gone.arn}", "${data.aws_region.here.name}",
                    "${data.x}", "${aws_x}", "${each.key}", "${self.arn}", "${terraform.workspace}", "${path.x}",
                    "${aws_x.a}", "${module}", "${module.gone.out}"]}}}
                """);
        assertThat(folder.output("all"))
                .isEqualTo("[3,true,[1,2],\"${aws_x.a.nested.0.deep}\",7,\"${aws_x.a.name}\",\"${aws_x.a.open}\","
                        + "\"${aws_x.a.again}\",\"${aws_x.a.other}\",\"${aws_x.gone.arn}\","
                        + "\"${data.aws_region.here.name}\",\"${unknown}\",\"${unknown}\",\"${unknown}\","
                        + "\"${unknown}\",\"${terraform.workspace}\",\"${unknown}\",\"${aws_x.a}\",\"${unknown}\","
                        + "\"${module.gone.out}\"]");
    }

    @Test
    @DisplayName("keeps what a block says to Terraform apart from what it says to the provider")
    void meta() {
        folder.with("main.tf.json", """
                {"resource": {"aws_x": {"a": {"//": "sluice: why", "provider": "aws.eu", "provisioner": [{}],
                    "depends_on": ["aws_y.b[0]", "${module.m}", "data.aws_z.c"], "name": "${aws_y.b.name}",
                    "lifecycle": [{"prevent_destroy": true}]}}}}
                """);
        var resource = folder.graph().at("aws_x.a").getFirst();
        assertThat(resource.attributes().values()).containsOnlyKeys("name", "lifecycle");
        assertThat(resource.dependsOn()).containsExactlyInAnyOrder("aws_y.b", "module.m", "data.aws_z.c");
        assertThat(resource.comments()).containsExactly("sluice: why");
        assertThat(resource.written().at("name").asText()).contains("aws_y.b.name");
        assertThat(resource.place().line()).isEqualTo(1);
        assertThat(resource.block()).isEqualTo("aws_x.a");
        assertThat(resource).hasToString("aws_x.a");
    }

    @Test
    @DisplayName("makes a block of each element that a dynamic block goes over, beside those that are written out")
    void dynamicBlocks() {
        folder.with("main.tf.json", """
                {"resource": {"aws_x": {"a": {
                   "statement": {"sid": "first"},
                   "dynamic": {
                     "statement": [{"for_each": ["b", "c"], "content": [{"sid": "${statement.value}"}]},
                                   {"for_each": {"k": 1}, "iterator": "it", "content": {"sid": "${it.key}${it.value}"}}],
                     "set": {"for_each": "${toset([\\"s\\"])}", "content": {"key": "${set.key}"}},
                     "list": {"for_each": [{"v": 1}, {"v": 2}], "content": {"key": "${list.key}"}},
                     "none": {"for_each": [], "content": {}},
                     "null": {"for_each": null, "content": {}},
                     "open": {"for_each": "${var.v}", "content": {}},
                     "nested": {"for_each": [1], "content": {"dynamic": {"inner": {"for_each": [2],
                        "content": {"sum": "${nested.value + inner.value}"}}}}}}},
                   "b": {"dynamic": "strict", "open": {"x": 1}},
                   "c": {"open": {"x": 1}, "dynamic": [{"open": {"for_each": "${var.v}"}}]}}}}
                """);
        var graph = folder.graph();
        assertThat(said(graph, "aws_x.a", "statement"))
                .isEqualTo("[{\"sid\":\"first\"},{\"sid\":\"b\"},{\"sid\":\"c\"},{\"sid\":\"k1\"}]");
        assertThat(said(graph, "aws_x.a", "set")).isEqualTo("[{\"key\":\"s\"}]");
        assertThat(said(graph, "aws_x.a", "list")).isEqualTo("[{\"key\":0},{\"key\":1}]");
        assertThat(said(graph, "aws_x.a", "none")).isEqualTo("null");
        assertThat(said(graph, "aws_x.a", "null")).isEqualTo("null");
        assertThat(said(graph, "aws_x.a", "open")).isEqualTo("\"${var.v.~}\"");
        assertThat(said(graph, "aws_x.a", "nested", "inner", "sum")).isEqualTo("3");
        assertThat(said(graph, "aws_x.b", "dynamic")).isEqualTo("\"strict\"");
        assertThat(said(graph, "aws_x.c", "open")).isEqualTo("\"${var.v.~}\"");
    }

    @Test
    @DisplayName("reads the modules of its tree, as often as they are called")
    void modules() {
        folder.with("main.tf.json", """
                {"module": {
                   "one": {"source": "./m", "name": "n", "depends_on": []},
                   "two": {"source": "./m", "count": 2, "name": "n${count.index}"},
                   "each": {"source": "./m", "for_each": {"eu": 1}, "name": "${each.key}"},
                   "open": {"source": "./m", "count": "${var.n}", "name": "o"},
                   "none": {"source": "./m", "count": 0, "name": "x"},
                   "away": {"source": "terraform-aws-modules/sqs/aws", "version": "4.0"},
                   "off": {"source": "git::https://example.com/x.git", "count": 0},
                   "gone": {"source": "./gone"},
                   "nosource": {}},
                 "output": {"all": {"value": ["${module.one.arn}", "${module.one.name}", "${module.two[1].name}",
                   "${module.two[*].arn}", "${module.each[\\"eu\\"].name}", "${module.open[0].name}",
                   "${module.away.queue_arn}", "${module.off[*].arn}", "${module.gone.arn}", "${module.one.none}",
                   "${module.one}", "${values(module.each)[0].name}"]}}}
                """).with("m/main.tf.json", """
                {"variable": {"name": {}}, "resource": {"aws_sqs_queue": {"q": {"name": "${var.name}"}}},
                 "data": {"aws_region": {"here": {}}},
                 "output": {"arn": {"value": "${aws_sqs_queue.q.arn}"}, "name": {"value": "${var.name}"}}}
                """);
        var graph = folder.graph();
        assertThat(addresses(graph))
                .contains(
                        "module.one.aws_sqs_queue.q",
                        "module.one.data.aws_region.here",
                        "module.two[1].aws_sqs_queue.q",
                        "module.each[\"eu\"].aws_sqs_queue.q",
                        "module.open.aws_sqs_queue.q")
                .doesNotContain("module.none.aws_sqs_queue.q");
        assertThat(said(graph, "module.two[1].aws_sqs_queue.q", "name")).isEqualTo("\"n1\"");
        assertThat(graph.at("module.one.aws_sqs_queue.q").getFirst().module()).isEqualTo("module.one");
        assertThat(unreadable(graph)).containsExactly("main.tf.json:9 the module it calls is not there");
        assertThat(folder.output("all"))
                .isEqualTo("[\"${module.one.aws_sqs_queue.q.arn}\",\"n\",\"n1\","
                        + "[\"${module.two[0].aws_sqs_queue.q.arn}\",\"${module.two[1].aws_sqs_queue.q.arn}\"],"
                        + "\"eu\",\"o\",\"${module.away.queue_arn}\",[],\"${module.gone.arn}\",null,"
                        + "{\"arn\":\"${module.one.aws_sqs_queue.q.arn}\",\"name\":\"n\"},\"eu\"]");
    }

    @Test
    @DisplayName("lets modules give each other what they yield")
    void modulesInARow() {
        folder.with("main.tf.json", """
                {"module": {"b": {"source": "./m", "in": "${module.a.out}-b"}, "a": {"source": "./m", "in": "a"},
                            "x": {"source": "./m", "in": "${module.y.out}"}, "y": {"source": "./m", "in": "${module.x.out}"}},
                 "output": {"b": {"value": "${module.b.out}"}, "x": {"value": "${module.x.out}"}}}
                """).with("m/main.tf.json", """
                {"variable": {"in": {}}, "module": {"inner": {"source": "../n", "in": "${var.in}"}},
                 "output": {"out": {"value": "${module.inner.out}"}}}
                """).with("n/main.tf.json", """
                {"variable": {"in": {}}, "output": {"out": {"value": "<${var.in}>"}}}
                """);
        assertThat(folder.output("b")).isEqualTo("\"<<a>-b>\"");
        assertThat(folder.output("x")).startsWith("\"<");
    }

    @Test
    @DisplayName("reads files of its own tree where an expression names them, and none outside of it")
    void files() throws IOException {
        var outside = Files.createTempFile("outside", ".txt");
        Files.writeString(outside, "secret");
        folder.with("root/policy.tpl", "{\"Resource\": \"${arn}\"}")
                .with("root/note.txt", "note")
                .with("secret.txt", "secret")
                .with("root/main.tf.json", """
                        {"output": {"all": {"value": ["${file(\\"note.txt\\")}", "${file(\\"${path.module}/note.txt\\")}",
                           "${templatefile(\\"${path.root}/policy.tpl\\", {arn = aws_x.y.arn})}"]},
                          "none": {"value": ["${file(\\"../../../../../../etc/passwd\\")}", "${file(\\"/etc/passwd\\")}",
                           "${file(\\"link.txt\\")}", "${file(\\"../secret.txt\\")}", "${file(\\".\\")}",
                           "${file(\\"gone\\")}", "${file(\\"nul\\u0000\\")}", "${file(\\"latin.txt\\")}",
                           "${file(\\"huge.txt\\")}"]}}}
                        """)
                .with("root/latin.txt", new byte[] {(byte) 0xe9})
                .with("root/huge.txt", new byte[1_000_001]);
        Files.createSymbolicLink(temporary.resolve("root/link.txt"), outside);
        var root = new Folder(temporary.resolve("root"));
        assertThat(root.output("all")).isEqualTo("[\"note\",\"note\",\"{\\\"Resource\\\": \\\"${aws_x.y.arn}\\\"}\"]");
        assertThat(root.output("none")).isEqualTo("[" + "\"${unknown}\",".repeat(8) + "\"${unknown}\"]");
        Files.delete(outside);
    }

    @Test
    @DisplayName("reads the files of a module beside it for that module, and for nobody else")
    void filesOfAModuleBeside() {
        folder.with("m/policy.tpl", "for ${who}%{ if who != \"\" } alone%{ endif }")
                .with("m/main.tf.json", """
                        {"output": {"policy": {"value": "${templatefile(\\"${path.module}/policy.tpl\\", {who = \\"us\\"})}"}}}
                        """)
                .with("root/main.tf.json", """
                        {"module": {"m": {"source": "../m"}},
                         "output": {"of_module": {"value": "${module.m.policy}"},
                                    "own": {"value": "${file(\\"../m/policy.tpl\\")}"}}}
                        """);
        var root = new Folder(temporary.resolve("root"));
        assertThat(root.output("of_module")).isEqualTo("\"for us alone\"");
        assertThat(root.output("own")).isEqualTo("\"${unknown}\"");
    }

    @Test
    @DisplayName("reads what a template_file renders")
    void templateFile() {
        folder.with("p.tpl", "on ${queue}").with("main.tf.json", """
                        {"data": {"template_file": {
                           "p": {"template": "${file(\\"p.tpl\\")}", "vars": {"queue": "${aws_sqs_queue.q.arn}"}},
                           "many": {"count": 2, "template": "$${n}", "vars": {"n": "${count.index}"}},
                           "open": {"template": "${aws_x.y.text}"}}},
                         "output": {"all": {"value": ["${data.template_file.p.rendered}",
                           "${data.template_file.many[1].rendered}", "${data.template_file.open.rendered}"]}}}
                        """);
        assertThat(folder.output("all"))
                .isEqualTo("[\"on ${aws_sqs_queue.q.arn}\",1,\"${data.template_file.open.rendered}\"]");
    }

    @Test
    @DisplayName("knows that what is there has an ARN and a document, be they known or not")
    void filled() {
        folder.with("main.tf.json", """
                {"resource": {"aws_sqs_queue": {"q": {}}}, "data": {"aws_iam_policy_document": {"d": {}}},
                 "output": {"all": {"value": ["${aws_sqs_queue.q.arn != null}", "${data.aws_iam_policy_document.d.json == \\"\\"}",
                   "${compact([\\"\\", aws_sqs_queue.q.id])}", "${var.arn != null}", "${module.m.arn != null}",
                   "${aws_sqs_queue.q.policy != null}"]}}}
                """);
        assertThat(folder.output("all"))
                .isEqualTo("[true,false,[\"${aws_sqs_queue.q.id}\"],\"${var.arn.~}\",\"${module.m.arn~}\","
                        + "\"${aws_sqs_queue.q.policy~}\"]");
    }

    @Test
    @DisplayName("says what modules from elsewhere are given")
    void elsewhere() {
        folder.with("main.tf.json", """
                {"module": {"away": {"source": "example/x/aws", "role": "${aws_iam_role.r.name}"},
                            "off": {"source": "example/x/aws", "count": 0, "role": "${aws_iam_role.r.name}"}}}
                """);
        assertThat(folder.graph().elsewhere())
                .containsExactly(new Elsewhere("module.away", Set.of(new Reference("aws_iam_role.r", "name"))));
    }

    @Test
    @DisplayName("reads a policy the same, be it a heredoc, jsonencode or a template")
    void policies() {
        folder.with("main.tf.json", """
                {"resource": {"aws_x": {
                   "heredoc": {"policy": "${<<EOF\\n{\\"Resource\\": \\"${aws_q.q.arn}\\"}\\nEOF\\n}"},
                   "encoded": {"policy": "${jsonencode({Resource = aws_q.q.arn})}"},
                   "bare": {"policy": "{\\"Resource\\": ${jsonencode(aws_q.q.arn)}}"}}}}
                """);
        for (var resource : folder.graph().of("aws_x")) {
            assertThat(resource.at("policy").references())
                    .extracting(Object::toString)
                    .containsExactly("aws_q.q.arn");
        }
    }

    @Test
    @DisplayName("has providers and outputs, each with its place")
    void providers() {
        folder.with("main.tf.json", """
                {"provider": {"aws": [{"region": "eu-west-1",
                    "default_tags": {"tags": {"a": "b"}}}, {"alias": "us"}]},
                 "terraform": {"backend": {}}, "output": {"o": {"value": 1}}}
                """);
        var graph = folder.graph();
        assertThat(graph.providers())
                .extracting(provider -> provider.name() + Worked.json(provider.settings()))
                .containsExactly(
                        "aws{\"region\":\"eu-west-1\",\"default_tags\":{\"tags\":{\"a\":\"b\"}}}",
                        "aws{\"alias\":\"us\"}");
        assertThat(graph.outputs().getFirst().place().line()).isEqualTo(3);
    }
}
