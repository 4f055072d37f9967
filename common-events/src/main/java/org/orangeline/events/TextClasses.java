package org.orangeline.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orangeline.events.model.DepartureKind;

/**
 * The class of each sealed field, by event. A field that is not listed counts as {@link
 * TextClass#PROTECTION} and is read by the fewest; a test lists what is missing. Documented in
 * docs/security.md.
 */
public final class TextClasses {

    /** By event and pointer, without the places in lists: {@code ReviewHeld/reason}. */
    private static final Map<String, TextClass> TABLE =
            Map.ofEntries(
                            Map.entry(
                                    TextClass.OPERATIONAL,
                                    "PersonDetailsCorrected/reason "
                                            + "ArrivalTimeCorrectionRequested/reason ArrivalTimeCorrected/reason FieldConflictFound/reason "
                                            + "FieldConflictSettled/reason "
                                            + "PersonReturned/reason PersonsMerged/reason "
                                            + "MergeRequested/reason UnmergeRequested/reason UnmergeDeclined/reason PersonsUnmerged/reason "
                                            + "DuplicateDismissed/reason "
                                            + "FamilyLinked/reason GroupPreRegistered/note "
                                            + "PreRegistrationClosed/reason GroupingPlanChanged/reason "
                                            + "LegalProfileChangeRequested/reason "
                                            + "LegalProfileChanged/reason DeviceRevoked/reason "
                                            + "PropertyReceived/items/description "
                                            + "PropertyReturned/note GroupReassigned/reason "
                                            + "CapacityChangeRequested/reason "
                                            + "FacilityChangeRequested/reason "
                                            + "TransferOrdered/reason "
                                            + "TransferCancelled/reason ShelterProvided/insideAlready "
                                            + "PlacedInDetention/insideAlready ConvoyCancelled/reason"),
                            Map.entry(
                                    TextClass.LEGAL,
                                    "EmergencyAccessTaken/reason "
                                            + "EmergencyAccessReviewed/reason ErasureRequested/reason "
                                            + "ErasureDeclined/reason "
                                            + "DepartureWithdrawalRequested/reason "
                                            + "FindingRecommended/grounds/statement "
                                            + "RecommendationReturned/reason ScreeningConcluded/reason "
                                            + "ScreeningReopened/reason "
                                            + "PlacementOrdered/ground/statement "
                                            + "BasisChanged/ground/statement BasisChanged/reason "
                                            + "FoundInside/reason ConsentWithdrawn/note "
                                            + "HandedOver/reason ReviewHeld/reason "
                                            + "ReleasedFromDetention/reason QuestionSettled/reason "
                                            + "SettlementRequested/reason AppealLodged/statement "
                                            + "PlacementCancelled/reason Escaped/note "
                                            + "WithdrawalRequested/reason "
                                            + "LineReviewHeld/reason"),
                            Map.entry(
                                    TextClass.PROTECTION,
                                    "PersonLeft/reason PersonDied/circumstances "
                                            + "OverrideRequested/reason OverrideRevoked/reason "
                                            + "FamilyUnlinkRequested/reason "
                                            + "FamilyUnlinked/reason CarerVerified/reason "
                                            + "AgeAssessmentRequested/reason KeepApartDeclared/reason "
                                            + "KeepApartLifted/reason NonRefoulementAssessed/reason "
                                            + "NonRefoulementAssessed/said "
                                            + "PersonMissing/note PersonFound/note "
                                            + "DiedInCustody/circumstances"),
                            Map.entry(
                                    TextClass.SENSITIVE,
                                    "SensitiveNeedsRecorded/needs SensitiveNeedsRecorded/reason"),
                            Map.entry(TextClass.MEDICAL, "MedicallyCleared/note"),
                            Map.entry(TextClass.ANSWERS, "AnswersRecorded/answers"),
                            Map.entry(
                                    TextClass.IDENTITY,
                                    "PersonArrived/identity PersonDetailsCorrected/identity "
                                            + "FieldConflictFound/identity"))
                    .entrySet()
                    .stream()
                    .flatMap(row ->
                            Arrays.stream(row.getValue().split(" "))
                                    .map(field -> Map.entry(field, row.getKey())))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Where to somebody leaves of their own will; older events do not say. */
    private static final Set<String> FREE =
            Stream.of(DepartureKind.OWN_WAY, DepartureKind.WITH_FAMILY, DepartureKind.TO_CARE)
                    .map(DepartureKind::name)
                    .collect(Collectors.toUnmodifiableSet());

    /** Events that tell something by being there. */
    private static final Set<String> HIDDEN =
            TABLE.entrySet().stream()
                    .filter(field -> field.getValue() == TextClass.SENSITIVE)
                    .map(field -> field.getKey().substring(0, field.getKey().indexOf('/')))
                    .collect(Collectors.toUnmodifiableSet());

    private TextClasses() {}

    /** Whether only the readers of {@link TextClass#SENSITIVE} may know that an event is there. */
    public static boolean isHidden(String event) {
        return HIDDEN.contains(event);
    }

    /**
     * @param event the event's name
     * @param pointer JSON pointer of the field, {@code /grounds/0/statement}
     */
    public static TextClass of(String event, String pointer) {
        return TABLE.getOrDefault(
                event + pointer.replaceAll("/[0-9]+(?=/|$)", ""), TextClass.PROTECTION);
    }

    /**
     * As {@link #of(String, String)}, by what the event says in the clear as well: why somebody
     * left who was not taken away is for every officer.
     *
     * @param event the event's name
     * @param pointer JSON pointer of the field
     * @param said the event's payload
     */
    public static TextClass of(String event, String pointer, JsonNode said) {
        return event.equals("PersonLeft") && FREE.contains(said.path("kind").asText())
                ? TextClass.OPERATIONAL
                : of(event, pointer);
    }

    /** Every field that is listed, by event and pointer. */
    public static Map<String, TextClass> all() {
        return TABLE;
    }
}
