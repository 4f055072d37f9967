package org.orangeline.events.model;

import java.util.Set;

/** The coded list of needs that every operation starts with. */
public final class Needs {

    public static final String WOUNDED = "WOUNDED";
    public static final String MEDICAL_URGENT = "MEDICAL_URGENT";
    public static final String PREGNANT = "PREGNANT";
    public static final String ELDERLY = "ELDERLY";
    public static final String DISABILITY = "DISABILITY";
    public static final String UNACCOMPANIED_CHILD = "UNACCOMPANIED_CHILD";
    public static final String SEPARATED_CHILD = "SEPARATED_CHILD";
    public static final String SURVIVOR = "SURVIVOR";
    public static final String NURSING = "NURSING";

    public static final Set<String> BUILT_IN =
            Set.of(
                    WOUNDED,
                    MEDICAL_URGENT,
                    PREGNANT,
                    ELDERLY,
                    DISABILITY,
                    UNACCOMPANIED_CHILD,
                    SEPARATED_CHILD,
                    SURVIVOR,
                    NURSING);

    private Needs() {}
}
