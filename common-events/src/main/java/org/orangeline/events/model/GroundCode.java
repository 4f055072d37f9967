package org.orangeline.events.model;

import java.util.Set;

/**
 * Grounds of a finding or an order. The kind decides what a ground can carry: GC IV 44 and rule S2,
 * nationality, sex, a family tie or the line are known but never sufficient.
 */
public enum GroundCode {
    DIRECT_PARTICIPATION(Kind.CRIMINAL),
    COMMAND_ROLE(Kind.CRIMINAL),
    CRIMINAL_SUSPICION(Kind.CRIMINAL),
    SPECIFIC_THREAT(Kind.SECURITY),
    SECURITY_INFORMATION(Kind.SECURITY),
    NO_INDICATION(Kind.NEUTRAL),
    PROTECTION_NEED(Kind.NEUTRAL),
    NATIONALITY(Kind.NEVER_SUFFICIENT),
    SEX(Kind.NEVER_SUFFICIENT),
    FAMILY_TIE(Kind.NEVER_SUFFICIENT),
    LINE(Kind.NEVER_SUFFICIENT);

    private final Kind kind;

    GroundCode(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The person's own ground, on which custody can rest. */
    public boolean isIndividual() {
        return Set.of(Kind.CRIMINAL, Kind.SECURITY).contains(kind);
    }

    /** What a ground can carry. */
    public enum Kind {
        CRIMINAL,
        SECURITY,
        NEUTRAL,
        NEVER_SUFFICIENT
    }
}
