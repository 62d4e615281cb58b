package dev.sluice.integration.sandbox.authorize;

import java.util.Map;
import java.util.UUID;

/** The form in which a service answers an error (Smithy, "AWS protocols"). */
enum Protocol {
    /** AWS JSON 1.0 and 1.1. */
    JSON {
        @Override
        Reply.Answer answer(ServiceError error, String message, String request) {
            return Reply.Answer.of(
                    error.status(),
                    Map.of("Content-Type", "application/x-amz-json-1.0", REQUEST_ID, request),
                    Json.object("__type", error.type(), "message", message));
        }
    },
    /** AWS JSON of a service that spoke the query protocol before: its old name for the error comes along. */
    JSON_AFTER_QUERY {
        @Override
        Reply.Answer answer(ServiceError error, String message, String request) {
            return Reply.Answer.of(
                    error.status(),
                    Map.of(
                            "Content-Type",
                            "application/x-amz-json-1.0",
                            "x-amzn-query-error",
                            error.queryCode() + ";" + error.side(),
                            REQUEST_ID,
                            request),
                    Json.object("__type", error.type(), "message", message));
        }
    },
    /** AWS query: a form is asked, XML is answered. */
    QUERY {
        @Override
        Reply.Answer answer(ServiceError error, String message, String request) {
            return Reply.Answer.of(
                    error.status(),
                    Map.of("Content-Type", "text/xml", REQUEST_ID, request),
                    "<ErrorResponse><Error><Type>" + error.side() + "</Type><Code>" + error.queryCode()
                            + "</Code><Message>" + escaped(message) + "</Message></Error><RequestId>" + request
                            + "</RequestId></ErrorResponse>");
        }
    },
    /** AWS restXml, as S3 speaks it. */
    REST_XML {
        @Override
        Reply.Answer answer(ServiceError error, String message, String request) {
            return Reply.Answer.of(
                    error.status(),
                    Map.of("Content-Type", "application/xml", "x-amz-request-id", request),
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + error.queryCode() + "</Code><Message>"
                            + escaped(message) + "</Message><RequestId>" + request + "</RequestId></Error>");
        }
    },
    /** AWS restJson1. */
    REST_JSON {
        @Override
        Reply.Answer answer(ServiceError error, String message, String request) {
            return Reply.Answer.of(
                    error.status(),
                    Map.of("Content-Type", "application/json", "x-amzn-ErrorType", error.code(), REQUEST_ID, request),
                    Json.object("Type", error.status() < 500 ? "User" : "Service", "message", message));
        }
    };

    private static final String REQUEST_ID = "x-amzn-RequestId";

    abstract Reply.Answer answer(ServiceError error, String message, String request);

    /** An error as an answer. */
    Reply.Answer answer(ServiceError error, String message) {
        return answer(error, message, UUID.randomUUID().toString());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
