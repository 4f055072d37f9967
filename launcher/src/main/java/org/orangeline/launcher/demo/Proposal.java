package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the service proposes for a person; a human decides.
 *
 * @param personId the person
 * @param facilityKind where to
 * @param facilityId the proposed facility; empty when none had room
 * @param basis on what basis
 * @param accompanies the relative beside whom; empty when alone
 */
record Proposal(
        String personId, String facilityKind, String facilityId, String basis, String accompanies) {

    static boolean places(JsonNode item) {
        return item.path("action").asText().equals("PLACE");
    }

    static Proposal of(JsonNode item) {
        return new Proposal(
                item.path("personId").asText(),
                item.path("facilityKind").asText(),
                text(item.path("facilityId")),
                item.path("basis").asText(),
                text(item.path("accompanies")));
    }

    /** Families go to camps, where they can be together. */
    boolean isForCamp() {
        return facilityKind.equals("CAMP");
    }

    boolean alone() {
        return accompanies.isEmpty();
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : "";
    }
}
