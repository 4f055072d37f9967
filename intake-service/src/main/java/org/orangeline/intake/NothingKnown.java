package org.orangeline.intake;

/** Intake-service learns from nobody. */
public record NothingKnown() {}
