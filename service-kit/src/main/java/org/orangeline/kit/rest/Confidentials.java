package org.orangeline.kit.rest;

import java.util.Optional;
import java.util.Set;
import org.orangeline.events.Confidential;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Opener;
import org.orangeline.events.SaidText;
import org.orangeline.events.TextClass;

/** Who reads what is sealed. */
public final class Confidentials {

    private static final Set<Role> IDENTITY =
            Set.of(Role.INTAKE_OFFICER, Role.SCREENING_OFFICER, Role.REGISTRAR);

    private static final Set<Role> STATEMENTS =
            Set.of(
                    Role.SCREENING_OFFICER,
                    Role.APPROVER,
                    Role.PLACEMENT_OFFICER,
                    Role.REVIEWER,
                    Role.AUDITOR);

    private static final Set<Role> ANSWERS =
            Set.of(Role.SCREENING_OFFICER, Role.APPROVER, Role.REVIEWER, Role.AUDITOR);

    private static final Set<Role> MEDICAL_NOTES =
            Set.of(
                    Role.CLINICIAN,
                    Role.SCREENING_OFFICER,
                    Role.LINE_OFFICER,
                    Role.REVIEWER,
                    Role.AUDITOR);

    private static final Set<Role> PROTECTION =
            Set.of(Role.PROTECTION_OFFICER, Role.REVIEWER, Role.AUDITOR);

    private Confidentials() {}

    /**
     * Whether somebody may read a field of that class; the one table of who reads what.
     *
     * @param purpose the {@code Purpose} header: an auditor who reads identity has to state one
     */
    public static boolean mayRead(TextClass text, Caller caller, Optional<String> purpose) {
        return switch (text) {
            case OPERATIONAL -> caller.roles().stream().anyMatch(Role::isOfficer);
            case LEGAL -> mayReadStatements(caller);
            case PROTECTION -> mayReadProtection(caller);
            case SENSITIVE -> caller.has(Role.PROTECTION_OFFICER);
            case MEDICAL -> mayReadMedicalNotes(caller);
            case ANSWERS -> mayReadAnswers(caller);
            case IDENTITY -> mayReadIdentity(caller, purpose);
        };
    }

    /** What endangers somebody when it is known. */
    public static boolean mayReadProtection(Caller caller) {
        return caller.hasAny(PROTECTION);
    }

    /**
     * @param purpose the {@code Purpose} header: an auditor has to state one
     */
    public static boolean mayReadIdentity(Caller caller, Optional<String> purpose) {
        return caller.hasAny(IDENTITY)
                || (caller.has(Role.AUDITOR) && purpose.filter(SaidText::says).isPresent());
    }

    /** Statements of grounds, and why somebody is held or free. */
    public static boolean mayReadStatements(Caller caller) {
        return caller.hasAny(STATEMENTS);
    }

    /** What a person answered in a screening. */
    public static boolean mayReadAnswers(Caller caller) {
        return caller.hasAny(ANSWERS);
    }

    /** What a clinician asks to mind. */
    public static boolean mayReadMedicalNotes(Caller caller) {
        return caller.hasAny(MEDICAL_NOTES);
    }

    /** The text, or null when its key is gone. */
    public static <T> Optional<T> open(Confidential<T> sealed, Class<T> type, Opener opener) {
        return EventCodec.open(sealed, type, opener);
    }
}
