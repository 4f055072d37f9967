package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A placement that an officer ordered.
 *
 * @param proposal what it followed
 * @param facilityId where to
 * @param placementId given by the service
 */
record Order(Proposal proposal, String facilityId, String placementId) {

    /**
     * The body of an order that follows a proposal.
     *
     * @param now when the person consented: to shelter (P14), or to stay beside a relative (P5)
     */
    static ObjectNode body(Proposal proposal, String facilityId, Instant now) {
        ObjectNode body =
                Scene.json()
                        .put("personId", proposal.personId())
                        .put("facilityId", facilityId)
                        .put("basis", proposal.basis());
        switch (proposal.basis()) {
            case "CRIMINAL_CUSTODY" -> {
                ground(body, "CRIMINAL_SUSPICION");
                body.put("legalReference", "Decree 20/2014, article 4");
            }
            case "INTERNMENT" -> {
                ground(body, "SECURITY_INFORMATION");
                body.put("legalReference", "GC IV 42");
            }
            case "VOLUNTARY_SHELTER", "ACCOMPANYING_FAMILY" ->
                    body.putObject("consent")
                            .put("recordedAt", now.toString())
                            .put("language", "ar");
            default -> throw new IllegalStateException("no basis " + proposal.basis());
        }
        if (!proposal.alone()) {
            body.put("accompanies", proposal.accompanies());
        }
        return body;
    }

    private static void ground(ObjectNode body, String code) {
        body.putObject("ground").put("code", code).put("statement", "as concluded");
    }

    /** Whose place theirs is beside; their own where it is beside nobody's. */
    String withWhom() {
        return proposal.alone() ? proposal.personId() : proposal.accompanies();
    }

    /** Nobody's place depends on this one. */
    boolean standsAlone() {
        return proposal.basis().equals("CRIMINAL_CUSTODY");
    }
}
