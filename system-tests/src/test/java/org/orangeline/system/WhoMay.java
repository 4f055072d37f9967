package org.orangeline.system;

import java.util.List;
import java.util.Map;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;

/**
 * The rule of a secured broker, stated for the test and taken from nowhere else: a service writes
 * its own topics and transactional ids, and reads those that it learns from; an agency reads its
 * own topics under its own groups; anything else is denied.
 */
final class WhoMay {
    static final List<String> SERVICES =
            List.of("intake-service", "screening-service", "placement-service");
    static final List<String> AGENCIES = List.of("agency.north", "agency.north-east");
    static final List<String> INTERNAL =
            List.of("deployment", "keys", "owners", "reads", "items", "held", "quarantine");

    /** What a service does with topics of the domain that are not its own. */
    private static final Map<String, List<String>> LEARNS_FROM =
            Map.of(
                    "intake-service", List.of("placement-service"),
                    "screening-service", List.of("intake-service", "placement-service"),
                    "placement-service", List.of("intake-service", "screening-service"));

    private WhoMay() {}

    static boolean topic(String who, Attempt what, String topic) {
        String writer = writer(topic);
        boolean domain = SERVICES.contains(writer) && !topic.contains(".");
        boolean learns =
                domain
                        && (LEARNS_FROM.getOrDefault(who, List.of()).contains(writer)
                                || List.of("agency-gateway", "verify").contains(who));
        boolean told = AGENCIES.contains(who) && topic.startsWith(who + ".");
        boolean older = topic.equals("orangeline.deployment") && SERVICES.contains(who);
        return switch (what) {
            case WRITE, CREATE -> writer.equals(who);
            case READ, DESCRIBE -> writer.equals(who) || learns || told || older;
            case DESCRIBE_CONFIGS -> SERVICES.contains(who) && (writer.equals(who) || learns);
            case DELETE, ALTER_CONFIGS, ADD_PARTITIONS, CUT_OFF -> false;
        };
    }

    static boolean group(String who, String group) {
        return (SERVICES.contains(who) && group.equals(who))
                || (AGENCIES.contains(who) && group.startsWith(who + "."));
    }

    static boolean transaction(String who, String id) {
        return (SERVICES.contains(who) && id.startsWith(who + "-p"))
                || (who.equals("agency-gateway") && id.equals(who));
    }

    private static String writer(String topic) {
        if (topic.startsWith("agency.") || topic.startsWith("agency-gateway.")) {
            return "agency-gateway";
        }
        for (EventType type : EventTypes.all()) {
            if (type.topic().equals(topic)) {
                return type.writer().id();
            }
        }
        for (String service : SERVICES) {
            if (INTERNAL.stream().anyMatch(name -> topic.equals(service + "." + name))) {
                return service;
            }
        }
        return "nobody";
    }
}
