package org.orangeline.events;

import static org.orangeline.events.Samples.OTHER_ID;
import static org.orangeline.events.Samples.PERSON;
import static org.orangeline.events.Samples.REASON;
import static org.orangeline.events.Samples.RELATIVE;
import static org.orangeline.events.Samples.of;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Consent;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Ground;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Section;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementCancelled;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.PlacementProposed;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.placement.ShelterProvided;

final class PlacementSamples {

    private static final String CAMP = "al-hol";
    private static final Instant SINCE = Instant.parse("2019-03-02T08:10:00Z");

    private PlacementSamples() {}

    static List<PlacementEvent> full(Hiding hiding) {
        return List.of(
                new FacilityRegistered(
                        CAMP,
                        "Al-Hol",
                        FacilityKind.CAMP,
                        10_000,
                        new Admits(
                                Set.of(Sex.FEMALE, Sex.MALE), Set.of(AgeBand.ADULT, AgeBand.CHILD)),
                        null,
                        null),
                new BornInCustody(RELATIVE, PERSON, OTHER_ID, CAMP, SINCE, Sex.FEMALE),
                new PlacementProposed(
                        PERSON,
                        OTHER_ID,
                        PlacementProposed.Action.PLACE,
                        FacilityKind.CAMP,
                        CAMP,
                        Basis.ACCOMPANYING_FAMILY,
                        RELATIVE,
                        List.of("P3", "P6")),
                new PlacementOrdered(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        Basis.INTERNMENT,
                        new Ground(
                                GroundCode.SPECIFIC_THREAT,
                                of(hiding, PlacementOrdered.class, "/ground/statement", REASON)),
                        "GC IV 42",
                        RELATIVE,
                        new Consent(SINCE, "ar-IQ"),
                        SINCE,
                        Instant.parse("2019-03-05T08:10:00Z"),
                        "officer-11",
                        null,
                        null),
                new PlacementCancelled(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        of(hiding, PlacementCancelled.class, "/reason", REASON)),
                new PlacementQuestioned(PERSON, OTHER_ID, CAMP, List.of("P3", "P14"), null),
                new PlacedInDetention(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        Basis.INTERNMENT,
                        of(hiding, PlacedInDetention.class, "/insideAlready", REASON)),
                new ShelterProvided(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        of(hiding, ShelterProvided.class, "/insideAlready", REASON)),
                new ReleasedFromDetention(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        Basis.INTERNMENT,
                        of(hiding, ReleasedFromDetention.class, "/reason", REASON),
                        "review 2019/4",
                        null));
    }

    static List<PlacementEvent> minimal(Hiding hiding) {
        return List.of(
                new FacilityRegistered(
                        CAMP, "Al-Hol", FacilityKind.CAMP, 0, Admits.EVERYONE, null, null),
                new PlacementProposed(
                        PERSON,
                        OTHER_ID,
                        PlacementProposed.Action.RELEASE,
                        null,
                        null,
                        null,
                        null,
                        List.of("P13")),
                new PlacementOrdered(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        Basis.VOLUNTARY_SHELTER,
                        null,
                        null,
                        null,
                        null,
                        SINCE,
                        null,
                        "officer-11",
                        null,
                        null),
                new PlacedInDetention(PERSON, OTHER_ID, CAMP, Basis.CRIMINAL_CUSTODY, null),
                new ShelterProvided(PERSON, OTHER_ID, CAMP, null),
                new ReleasedFromDetention(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        Basis.VOLUNTARY_SHELTER,
                        of(hiding, ReleasedFromDetention.class, "/reason", REASON),
                        null,
                        null));
    }

    /** Fields that came later: the files of before stay as they are. */
    static List<PlacementEvent> added() {
        return List.of(
                new FacilityRegistered(
                        CAMP,
                        "Al-Hol",
                        FacilityKind.CAMP,
                        100,
                        Admits.EVERYONE,
                        List.of(new Section("phase-1", "Phase 1", 60, Admits.EVERYONE)),
                        null),
                new PlacementOrdered(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        Basis.VOLUNTARY_SHELTER,
                        null,
                        null,
                        null,
                        new Consent(SINCE, "ar"),
                        SINCE,
                        null,
                        "officer-11",
                        "phase-1",
                        List.of(RELATIVE)),
                new PlacementQuestioned(PERSON, OTHER_ID, CAMP, List.of("P2"), RELATIVE),
                new PlacementProposed(
                        PERSON,
                        OTHER_ID,
                        PlacementProposed.Action.TRANSFER,
                        FacilityKind.CAMP,
                        CAMP,
                        Basis.ACCOMPANYING_FAMILY,
                        RELATIVE,
                        List.of("P6")));
    }

    /** Fields that came later still. */
    static List<PlacementEvent> later() {
        return List.of(
                new FacilityRegistered(
                        CAMP,
                        "Al-Hol",
                        FacilityKind.CAMP,
                        100,
                        Admits.EVERYONE,
                        List.of(new Section("phase-1", "Phase 1", 60, Admits.EVERYONE, true)),
                        null));
    }
}
