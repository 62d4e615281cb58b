package dev.sluice.integration.sandbox.authorize;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The messages that a topic took with one call (AWS, SNS API reference, "Publish", "PublishBatch"). */
final class Publications {

    private Publications() {}

    /** Those of a call that was answered; none where it was no publication, or was not acknowledged. */
    static List<Published> of(Operation operation, Reply.Answer answer, Instant at) {
        if (answer.status() != 200) {
            return List.of();
        }
        var form = operation.request().form();
        return switch (operation.action()) {
            case "sns:Publish" -> single(form, answer, at);
            case "sns:PublishBatch" -> batch(form, answer, at);
            default -> List.of();
        };
    }

    private static List<Published> single(Map<String, String> form, Reply.Answer answer, Instant at) {
        return List.of(message(form, "", topic(form), first(xml(answer).getDocumentElement(), "MessageId"), at));
    }

    /** Some of a batch may have been taken, and others not. */
    private static List<Published> batch(Map<String, String> form, Reply.Answer answer, Instant at) {
        var ids = new HashMap<String, String>();
        var taken = xml(answer).getElementsByTagName("Successful");
        for (int i = 0; i < taken.getLength(); i++) {
            var members = ((Element) taken.item(i)).getElementsByTagName("member");
            for (int j = 0; j < members.getLength(); j++) {
                var member = (Element) members.item(j);
                ids.put(first(member, "Id"), first(member, "MessageId"));
            }
        }
        var published = new ArrayList<Published>();
        for (int i = 1; ; i++) {
            var entry = "PublishBatchRequestEntries.member." + i + ".";
            var id = form.get(entry + "Id");
            if (id == null) {
                return published;
            }
            if (ids.containsKey(id)) {
                published.add(message(form, entry, topic(form), ids.get(id), at));
            }
        }
    }

    private static String topic(Map<String, String> form) {
        return form.getOrDefault("TopicArn", form.getOrDefault("TargetArn", ""));
    }

    private static Published message(Map<String, String> form, String prefix, String topic, String id, Instant at) {
        return new Published(topic, id, form.getOrDefault(prefix + "Message", ""), attributes(form, prefix), at);
    }

    private static Map<String, Published.Attribute> attributes(Map<String, String> form, String prefix) {
        var attributes = new LinkedHashMap<String, Published.Attribute>();
        for (int i = 1; ; i++) {
            var entry = prefix + "MessageAttributes.entry." + i + ".";
            var name = form.get(entry + "Name");
            if (name == null) {
                return attributes;
            }
            var value = entry + "Value.";
            attributes.put(
                    name,
                    new Published.Attribute(
                            form.getOrDefault(value + "DataType", ""),
                            form.getOrDefault(value + "StringValue", form.getOrDefault(value + "BinaryValue", ""))));
        }
    }

    private static String first(Element within, String name) {
        var found = within.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private static Document xml(Reply.Answer answer) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(answer.body()));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("an acknowledgement of SNS cannot be read", e);
        }
    }
}
