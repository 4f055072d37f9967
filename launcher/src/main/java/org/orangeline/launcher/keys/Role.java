package org.orangeline.launcher.keys;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The roles that a token can carry. */
public enum Role {
    COORDINATOR,
    INTAKE_OFFICER,
    LINE_OFFICER,
    SCREENING_OFFICER,
    APPROVER,
    CLINICIAN,
    PROTECTION_OFFICER,
    PLACEMENT_OFFICER,
    REGISTRAR,
    REVIEWER,
    AGENCY,
    AUDITOR,
    VERIFIER;

    /** As tokens and the command line spell it, {@code intake-officer}. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @throws IllegalArgumentException when there is no such role; the message lists them
     */
    public static Role of(String spelled) {
        return Arrays.stream(values())
                .filter(role -> role.spelled().equals(spelled))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no role is called '"
                                        + spelled
                                        + "'; there are "
                                        + Arrays.stream(values())
                                                .map(Role::spelled)
                                                .collect(Collectors.joining(", "))));
    }
}
