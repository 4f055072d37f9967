package org.orangeline.kit.rest;

import java.util.Arrays;
import java.util.Optional;

/** The roles that a token can carry in its {@code groups} claim. */
public enum Role {
    COORDINATOR("coordinator"),
    INTAKE_OFFICER("intake-officer"),
    LINE_OFFICER("line-officer"),
    SCREENING_OFFICER("screening-officer"),
    APPROVER("approver"),
    CLINICIAN("clinician"),
    PROTECTION_OFFICER("protection-officer"),
    PLACEMENT_OFFICER("placement-officer"),
    REGISTRAR("registrar"),
    REVIEWER("reviewer"),
    AGENCY("agency"),
    AUDITOR("auditor"),

    /** The operator's own program, which compares logs with views of all operations. */
    VERIFIER("verifier");

    private final String id;

    Role(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Whether it works with persons within an operation. */
    boolean isOfficer() {
        return this != AGENCY && this != VERIFIER;
    }

    static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }
}
