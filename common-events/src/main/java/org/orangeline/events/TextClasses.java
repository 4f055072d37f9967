package org.orangeline.events;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

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
                                    "PersonDetailsCorrected/reason FieldConflictFound/reason "
                                            + "FieldConflictSettled/reason PersonLeft/reason "
                                            + "PersonReturned/reason PersonsMerged/reason "
                                            + "PersonsUnmerged/reason DuplicateDismissed/reason "
                                            + "FamilyLinked/reason GroupPreRegistered/note "
                                            + "PreRegistrationClosed/reason GroupingPlanChanged/reason "
                                            + "LegalProfileChangeRequested/reason "
                                            + "LegalProfileChanged/reason DeviceRevoked/reason "
                                            + "PropertyReceived/items/description "
                                            + "PropertyReturned/note GroupReassigned/reason "
                                            + "CapacityChangeRequested/reason TransferOrdered/reason "
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
                                            + "HandedOver/reason OverrideRequested/reason "
                                            + "OverrideRevoked/reason ReviewHeld/reason "
                                            + "ReleasedFromDetention/reason QuestionSettled/reason "
                                            + "SettlementRequested/reason AppealLodged/statement "
                                            + "PlacementCancelled/reason Escaped/note "
                                            + "WithdrawalRequested/reason "
                                            + "LineReviewHeld/reason"),
                            Map.entry(
                                    TextClass.PROTECTION,
                                    "PersonDied/circumstances FamilyUnlinkRequested/reason "
                                            + "FamilyUnlinked/reason CarerVerified/reason "
                                            + "AgeAssessmentRequested/reason KeepApartDeclared/reason "
                                            + "KeepApartLifted/reason NonRefoulementAssessed/reason "
                                            + "NonRefoulementAssessed/said "
                                            + "PersonMissing/note PersonFound/note "
                                            + "DiedInCustody/circumstances"),
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

    private TextClasses() {}

    /**
     * @param event the event's name
     * @param pointer JSON pointer of the field, {@code /grounds/0/statement}
     */
    public static TextClass of(String event, String pointer) {
        return TABLE.getOrDefault(
                event + pointer.replaceAll("/[0-9]+(?=/|$)", ""), TextClass.PROTECTION);
    }

    /** Every field that is listed, by event and pointer. */
    public static Map<String, TextClass> all() {
        return TABLE;
    }
}
