package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param body the JSON body; missing when there was none
 */
record Answer(int status, JsonNode body) {
    boolean is(int expected) {
        return status == expected;
    }

    boolean accepted() {
        return status >= 200 && status < 300;
    }

    /** Whether it is a refusal that names this rule. */
    boolean refusedBy(String rule) {
        if (body.path("rule").asText().equals(rule)) {
            return true;
        }
        for (JsonNode broken : body.path("rules")) {
            if (broken.asText().equals(rule) || broken.path("rule").asText().equals(rule)) {
                return true;
            }
        }
        return false;
    }

    /** One line for the person who watches. */
    String brief() {
        String rule = body.path("rule").asText();
        String detail = body.path("detail").asText(body.path("title").asText());
        return "HTTP " + status + (rule.isEmpty() ? "" : " " + rule) + ": " + detail;
    }
}
