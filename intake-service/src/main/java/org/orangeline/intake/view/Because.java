package org.orangeline.intake.view;

/**
 * A part of why a person was found.
 *
 * @param code NAME, FATHER_NAME, AGE, SEX, NATIONALITY, DOCUMENT, FAMILY
 * @param score how well that part agrees, 0 to 1
 */
public record Because(String code, double score) {

    static final String NAME = "NAME";
    static final String FATHER_NAME = "FATHER_NAME";
    static final String AGE = "AGE";
    static final String SEX = "SEX";
    static final String NATIONALITY = "NATIONALITY";
    static final String DOCUMENT = "DOCUMENT";
    static final String FAMILY = "FAMILY";

    /** From here on a part speaks for it. */
    static final double AGREES = 0.7;

    private static final double HUNDREDTHS = 100;

    public Because {
        score = Math.round(score * HUNDREDTHS) / HUNDREDTHS;
    }

    boolean agrees() {
        return score >= AGREES;
    }
}
