package org.orangeline.intake.rest;

/** Why an agency is not told who somebody is, as the audit says it; the answer says less. */
enum Refusal {
    NO_AGENCY("no-agency"),
    NO_AGREEMENT("no-agreement"),
    NO_IDENTITY("identity-not-agreed"),
    NOT_IN_FORCE("not-in-force"),
    OTHER_OPERATION("other-operation"),
    CHANGED("agreement-changed"),
    ROLLED_BACK("agreement-rolled-back"),
    NO_NUMBERS("numbers-not-agreed"),
    NO_OPERATION("no-such-operation"),
    NOBODY("nobody"),
    OUTSIDE_OF_ROWS("outside-of-rows"),
    ERASED("erased");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
