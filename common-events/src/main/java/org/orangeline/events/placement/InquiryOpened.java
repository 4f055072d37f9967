package org.orangeline.events.placement;

import java.util.UUID;

/**
 * An inquiry was opened into where a missing person is, or how a person died (rule P17; GC III 121,
 * GC IV 131).
 *
 * @param inquiryNumber the inquiry's number; never a name
 */
public record InquiryOpened(
        UUID personId, UUID placementId, String facilityId, String inquiryNumber)
        implements PersonPlacementEvent {}
