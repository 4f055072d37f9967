package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** How often something was recorded, by a service's counts an hour. */
final class Flow {
    private Flow() {}

    static long count(Api service, String token, String event) {
        long count = 0;
        for (JsonNode hour : service.get(token, "flow").body()) {
            if (hour.path("event").asText().equals(event)) {
                count += hour.path("count").asLong();
            }
        }
        return count;
    }
}
