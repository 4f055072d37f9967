package org.orangeline.system;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.orangeline.launcher.keys.Role;
import org.orangeline.launcher.keys.TokenIssuer;
import org.orangeline.launcher.keys.TokenRequest;

/** Tokens of the people who work in one operation. */
final class Officers {

    private final TokenIssuer issuer;
    private final String operation;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Officers(TokenIssuer issuer, String operation) {
        this.issuer = issuer;
        this.operation = operation;
    }

    /** One officer with one role; the same name is the same person. */
    String officer(String name, Role... roles) {
        return tokens.computeIfAbsent(
                name + List.of(roles),
                any -> issuer.issue(TokenRequest.human(name, operation, roles)));
    }

    String machine(Role... roles) {
        return issuer.issue(TokenRequest.machine("A program", operation, roles));
    }

    String coordinator() {
        return officer("Amira Haddad", Role.COORDINATOR);
    }

    String coordinatorToo() {
        return officer("Berivan Ali", Role.COORDINATOR);
    }

    String intake() {
        return officer("Dilan Ose", Role.INTAKE_OFFICER);
    }

    String intakeToo() {
        return officer("Leyla Hassan", Role.INTAKE_OFFICER);
    }

    String line() {
        return officer("Rojda Amin", Role.LINE_OFFICER);
    }

    String screener() {
        return officer("Sven Berg", Role.SCREENING_OFFICER, Role.APPROVER);
    }

    String approver() {
        return officer("Marie Duval", Role.APPROVER);
    }

    String clinician() {
        return officer("Ayşe Demir", Role.CLINICIAN);
    }

    String protection() {
        return officer("Miriam Okoye", Role.PROTECTION_OFFICER);
    }

    String placement() {
        return officer("Hevin Sido", Role.PLACEMENT_OFFICER);
    }

    String registrar() {
        return officer("Yusuf Karim", Role.REGISTRAR);
    }

    String auditor() {
        return officer("Ines Pereira", Role.AUDITOR);
    }

    String placementToo() {
        return officer("Nour Haddad", Role.PLACEMENT_OFFICER);
    }

    String reviewer() {
        return officer("Elif Aksoy", Role.REVIEWER);
    }

    String otherRegistrar() {
        return officer("Dara Mahmoud", Role.REGISTRAR);
    }
}
