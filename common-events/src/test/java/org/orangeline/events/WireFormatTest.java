package org.orangeline.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireFormatTest {

    private static final Path PROPOSALS = Path.of("target", "golden");

    static Stream<EventType> types() {
        return EventTypes.all().stream();
    }

    static Set<String> files() {
        return Samples.sealed().keySet();
    }

    /** A new event's golden file is written here, to be read, judged and copied by a human. */
    @BeforeAll
    static void propose_golden_files() throws IOException {
        Files.createDirectories(PROPOSALS);
        for (var sample : Samples.sealed().entrySet()) {
            Files.writeString(
                    PROPOSALS.resolve(sample.getKey()), Golden.propose(sample.getValue()));
        }
    }

    @Test
    void there_is_an_event_type_for_each_sealed_event() {
        assertThat(types().map(EventType::name))
                .containsExactlyInAnyOrder(
                        "OperationOpened",
                        "CapacityChangeRequested",
                        "CapacityChanged",
                        "RollChecked",
                        "QuestionSettled",
                        "SettlementRequested",
                        "RuleKeptAgain",
                        "QuestionOverdue",
                        "BasisChanged",
                        "ProposalWithdrawn",
                        "LegalProfileChangeRequested",
                        "OverrideRequested",
                        "OverrideSigned",
                        "OverrideRevoked",
                        "TransferOrdered",
                        "TransferCancelled",
                        "Transferred",
                        "AbsenceStarted",
                        "AbsenceEnded",
                        "Escaped",
                        "DiedInCustody",
                        "KeepApartDeclared",
                        "KeepApartLifted",
                        "NonRefoulementAssessed",
                        "HandedOver",
                        "ReasonsTold",
                        "CardIssued",
                        "BureauNotified",
                        "ReviewHeld",
                        "AppealLodged",
                        "ConsentWithdrawn",
                        "DutyOverdue",
                        "DutyNotOverdue",
                        "LineReasonsTold",
                        "LineBureauNotified",
                        "LineReviewHeld",
                        "LineInquiryOpened",
                        "FacilityChangeRequested",
                        "FacilityChanged",
                        "ReceiverRequested",
                        "RegistrationWithdrawn",
                        "LineDutyOverdue",
                        "DidNotArrive",
                        "FoundInside",
                        "PersonMissing",
                        "AbsenceOverdue",
                        "PersonFound",
                        "InquiryOpened",
                        "WithdrawalRequested",
                        "FactWithdrawn",
                        "ConvoyPlanned",
                        "ConvoyDeparted",
                        "ConvoyCancelled",
                        "ConvoyArrived",
                        "PersonArrived",
                        "PersonDetailsCorrected",
                        "ArrivalTimeCorrectionRequested",
                        "ArrivalTimeCorrected",
                        "FieldConflictFound",
                        "FieldConflictSettled",
                        "AgeAssessmentRequested",
                        "AgeAssessed",
                        "GroupingPlanChanged",
                        "LegalProfileChanged",
                        "GroupPreRegistered",
                        "PreRegistrationClosed",
                        "FamilyLinked",
                        "FamilyUnlinkRequested",
                        "FamilyUnlinked",
                        "CarerVerified",
                        "ChildFoundAlone",
                        "ChildReunited",
                        "PossibleDuplicateFound",
                        "DuplicateDismissed",
                        "PersonsMerged",
                        "MergeRequested",
                        "UnmergeRequested",
                        "UnmergeDeclined",
                        "PersonsUnmerged",
                        "PropertyReceived",
                        "PropertyReturned",
                        "NumberBlockLeased",
                        "NumberBlockExpired",
                        "DeviceInvited",
                        "DeviceEnrolled",
                        "DeviceCodeRejected",
                        "DeviceRevoked",
                        "ErasureRequested",
                        "ErasureDeclined",
                        "EmergencyAccessTaken",
                        "EmergencyAccessReviewed",
                        "EmergencyAccessErased",
                        "IdentityErased",
                        "PersonLeft",
                        "PersonReturned",
                        "SensitiveNeedsRecorded",
                        "DepartureWithdrawalRequested",
                        "DepartureWithdrawn",
                        "PersonDied",
                        "GroupAssigned",
                        "GroupReassigned",
                        "FindingRecommended",
                        "RecommendationReturned",
                        "ScreeningConcluded",
                        "ScreeningReopened",
                        "ScreeningAgainOverdue",
                        "HeadCounted",
                        "LineWaitOverdue",
                        "OtherLineSuggested",
                        "MedicallyCleared",
                        "ClearanceExpired",
                        "ScreeningOpened",
                        "AnswersRecorded",
                        "QuestionnaireRequested",
                        "QuestionnairePublished",
                        "FacilityRegistered",
                        "ReceiverRegistered",
                        "BornInCustody",
                        "PlacementProposed",
                        "PlacementOrdered",
                        "PlacementCancelled",
                        "PlacementQuestioned",
                        "PlacedInDetention",
                        "ShelterProvided",
                        "ReleasedFromDetention");
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_event_has_a_topic_a_schema_a_sample_and_a_golden_file(EventType type) {
        String file = type.name() + "." + type.version() + ".json";

        assertThat(type.topic()).isEqualTo(type.eventClass().getSimpleName());
        assertThat(EventTypes.named(type.topic())).isEqualTo(type);
        assertThat(EventTypes.of(type.writer())).contains(type);
        assertThat(Schemas.json(type).get("$id").textValue()).isEqualTo(type.dataSchema());
        assertThat(files()).contains(file);
        assertThat(Golden.bytes(file))
                .as("copy target/golden/%s to src/test/resources/golden", file)
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("files")
    void encoding_the_object_gives_the_golden_payload(String file) {
        DomainEvent event = Samples.named(Hiding.CLEAR, file);

        byte[] payload = EventCodec.encode(event, new TestSealer());

        assertThat(new String(payload, StandardCharsets.UTF_8))
                .isEqualTo(Golden.read(file).payload().toString());
    }

    @ParameterizedTest
    @MethodSource("files")
    void decoding_the_golden_payload_gives_the_object(String file) {
        assertThat(Golden.read(file).decode()).isEqualTo(Samples.sealed().get(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void an_event_that_was_read_is_written_as_it_was(String file) {
        Golden golden = Golden.read(file);

        byte[] again = EventCodec.encode(golden.decode(), null);

        assertThat(new String(again, StandardCharsets.UTF_8))
                .isEqualTo(golden.payload().toString());
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_golden_payload_is_valid(String file) {
        Golden golden = Golden.read(file);

        assertThat(Schemas.errors(golden.type(), golden.payload())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_golden_headers_are_an_envelope_and_the_chain_still_gives_the_same_hash(String file) {
        Golden golden = Golden.read(file);

        Envelope envelope = Envelope.from(golden.headers());

        assertThat(List.copyOf(envelope.headers().entrySet()))
                .isEqualTo(List.copyOf(golden.headers().entrySet()));
        assertThat(envelope.type()).isEqualTo(golden.type().cloudEventType());
        assertThat(envelope.dataSchema()).isEqualTo(golden.type().dataSchema());
        assertThat(envelope.source()).isEqualTo(golden.type().writer().id());
        assertThat(envelope.subject()).isEqualTo(golden.decode().subject());
        byte[] value = golden.payload().toString().getBytes(StandardCharsets.UTF_8);
        assertThat(EventChain.hash(golden.type().topic(), envelope.subject(), envelope, value))
                .isEqualTo(golden.hash());
    }

    @Test
    void names_of_events_and_services_that_do_not_exist_are_refused() {
        record GroupAssigned(UUID personId) implements DomainEvent {
            @Override
            public String subject() {
                return personId.toString();
            }
        }

        assertThatThrownBy(() -> EventTypes.named("PersonVanished"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Service.of("gossip-service"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventTypes.of(new GroupAssigned(Samples.PERSON)))
                .as("another class under the name of an event")
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Stream.of(Service.values()).map(Service::id).map(Service::of))
                .containsExactly(Service.values());
        assertThat(types().map(EventType::topic).collect(Collectors.toSet()))
                .hasSize(EventTypes.all().size());
    }
}
