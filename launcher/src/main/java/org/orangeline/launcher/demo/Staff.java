package org.orangeline.launcher.demo;

import java.util.List;
import org.orangeline.launcher.keys.Role;
import org.orangeline.launcher.keys.TokenIssuer;
import org.orangeline.launcher.keys.TokenRequest;

/**
 * The officers of one operation, by their tokens. Screeners and approvers are different people
 * (rule S3).
 */
record Staff(
        String coordinator,
        List<String> intake,
        String lines,
        String clinician,
        List<String> screeners,
        List<String> approvers,
        List<String> placement,
        String registrar,
        String reviewer,
        String machine) {

    static Staff of(String operation, TokenIssuer issuer) {
        return new Staff(
                human(issuer, operation, "Rahel Brandt", Role.COORDINATOR),
                List.of(
                        human(issuer, operation, "Tablet desk east", Role.INTAKE_OFFICER),
                        human(issuer, operation, "Tablet desk road", Role.INTAKE_OFFICER)),
                human(issuer, operation, "Yusuf Kaya", Role.LINE_OFFICER),
                human(issuer, operation, "Leïla Amrani", Role.CLINICIAN),
                List.of(
                        human(issuer, operation, "أمل حداد", Role.SCREENING_OFFICER, Role.APPROVER),
                        human(issuer, operation, "Ольга Седых", Role.SCREENING_OFFICER),
                        human(issuer, operation, "Åsa Lindström", Role.SCREENING_OFFICER)),
                List.of(
                        human(issuer, operation, "Marie Lefèvre", Role.APPROVER),
                        human(issuer, operation, "سعاد الخطيب", Role.APPROVER)),
                List.of(
                        human(issuer, operation, "Jonas Weiß", Role.PLACEMENT_OFFICER),
                        human(issuer, operation, "Nour Haddad", Role.PLACEMENT_OFFICER)),
                human(issuer, operation, "Ibrahim Öztürk", Role.REGISTRAR),
                human(issuer, operation, "Zoë Okafor", Role.REVIEWER),
                issuer.issue(
                        TokenRequest.machine(
                                "Suggesting program",
                                operation,
                                Role.SCREENING_OFFICER,
                                Role.APPROVER,
                                Role.PLACEMENT_OFFICER)));
    }

    private static String human(TokenIssuer issuer, String operation, String name, Role... roles) {
        return issuer.issue(TokenRequest.human(name, operation, roles));
    }

    /** One of them, always the same for the same person. */
    static String forPerson(List<String> officers, String personId) {
        return officers.get(Math.floorMod(personId.hashCode(), officers.size()));
    }
}
