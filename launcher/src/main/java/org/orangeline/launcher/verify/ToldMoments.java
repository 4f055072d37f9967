package org.orangeline.launcher.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.intake.MergeRequested;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.UnmergeDeclined;
import org.orangeline.events.intake.UnmergeRequested;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.placement.BasisChanged;
import org.orangeline.events.placement.FacilityChanged;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.LineDutyOverdue;
import org.orangeline.events.placement.LineReviewHeld;
import org.orangeline.events.placement.NonRefoulementAssessed;
import org.orangeline.events.placement.OverrideSigned;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.QuestionOverdue;
import org.orangeline.events.placement.QuestionSettled;
import org.orangeline.events.placement.ReceiverRegistered;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.placement.ReviewHeld;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.LineWaitOverdue;
import org.orangeline.events.screening.QuestionnairePublished;
import org.orangeline.events.screening.QuestionnaireRequested;
import org.orangeline.events.screening.ScreeningAgainOverdue;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.log.LogRecord;

/**
 * Moments that an event tells by itself, and decisions that its envelope shows to be against S3 or
 * S6.
 */
final class ToldMoments {

    /** What named humans decide (S6). */
    private static final Set<Class<? extends DomainEvent>> DECISIONS =
            Set.of(
                    FindingRecommended.class,
                    ScreeningConcluded.class,
                    PlacementOrdered.class,
                    TransferOrdered.class,
                    BasisChanged.class,
                    ReviewHeld.class,
                    LineReviewHeld.class,
                    QuestionSettled.class,
                    OverrideSigned.class,
                    FactWithdrawn.class,
                    FacilityChanged.class,
                    ScreeningReopened.class,
                    PersonsMerged.class,
                    ReleasedFromDetention.class,
                    HandedOver.class);

    private static final String MERGE = "S6: one human merged two registrations, or took it back";

    private final BiConsumer<String, String> tell;
    private final Findings findings;

    /** Who captured a recommendation for somebody else, by its id. */
    private final Map<UUID, String> captured = new HashMap<>();

    /** Who asked first for what two humans decide, by the id of the request or the merge. */
    private final Map<UUID, String> asked = new HashMap<>();

    /** Operations in which somebody asked for a merge of two. */
    private final Set<String> ofTwo = new HashSet<>();

    /** Who asked for the version of a questionnaire that waits, by the questionnaire. */
    private final Map<String, String> questionnaires = new HashMap<>();

    /** Who made an assessment, by its id. */
    private final Map<UUID, String> assessed = new HashMap<>();

    /**
     * @param tell takes the kind and the line of each
     */
    ToldMoments(BiConsumer<String, String> tell, Findings findings) {
        this.tell = tell;
        this.findings = findings;
    }

    void take(LogRecord record) {
        DomainEvent event;
        try {
            event = record.decode().event();
        } catch (RuntimeException unreadable) {
            // Whether the log is readable is another check's question.
            return;
        }
        String actor = record.envelope().actor();
        if (DECISIONS.contains(event.getClass()) && !Actor.wasHuman(actor)) {
            findings.fault(record.place(), "S6: a machine decided");
        }
        switch (event) {
            case FindingRecommended one when one.capturedBy() != null ->
                    captured.put(one.recommendationId(), one.capturedBy());
            case ScreeningConcluded concluded -> {
                String captor = captured.get(concluded.recommendationId());
                if (Actor.mayBeOne(actor, concluded.recommendedBy())
                        || (captor != null && Actor.mayBeOne(actor, captor))) {
                    findings.fault(record.place(), "S3: who approved had recommended");
                }
            }
            case NonRefoulementAssessed one -> assessed.put(one.assessmentId(), actor);
            // Before receivers were registered, one human was enough.
            case HandedOver over when over.state() != null -> {
                String assessor = assessed.get(over.assessmentId());
                if (assessor == null || Actor.mayBeOne(actor, assessor)) {
                    findings.fault(record.place(), "P9: one human handed the person over");
                }
            }
            case ReceiverRegistered one ->
                    byTwo(record, one.requestedBy(), "P9: one human registered a receiver");
            case FacilityChanged one ->
                    byTwo(record, one.requestedBy(), "P9: one human changed a facility");
            case MergeRequested one -> {
                ofTwo.add(record.envelope().operation());
                asked.put(one.mergeId(), actor);
            }
            case UnmergeRequested one -> asked.put(one.mergeId(), actor);
            case UnmergeDeclined one -> asked.remove(one.mergeId());
            case PersonsMerged one -> merged(record, asked.remove(one.mergeId()));
            // Nobody asks for the end of a merge with a child whose birth was withdrawn.
            case PersonsUnmerged one when Actor.wasHuman(actor) ->
                    merged(record, asked.remove(one.mergeId()));
            case QuestionnaireRequested one -> questionnaires.put(one.questionnaire(), actor);
            case QuestionnairePublished one ->
                    byTwo(
                            record,
                            questionnaires.remove(one.questionnaire()),
                            "S1: one human published a questionnaire");
            case LineWaitOverdue _ -> tell("L4 overdue", record);
            case LineDutyOverdue duty -> tell(duty.rule() + " overdue in a line", record);
            case ScreeningAgainOverdue _ -> tell("S1 overdue", record);
            case QuestionOverdue _ -> tell("P14 overdue", record);
            case PersonLeft left when left.kind() == DepartureKind.TAKEN_AWAY ->
                    tell("P9 taken away", record);
            default -> {}
        }
    }

    // One human was enough in older logs, until somebody asked for the first merge of two.
    private void merged(LogRecord record, @Nullable String requestedBy) {
        if (requestedBy == null && ofTwo.contains(record.envelope().operation())) {
            findings.fault(record.place(), MERGE);
        } else {
            byTwo(record, requestedBy, MERGE);
        }
    }

    private void byTwo(LogRecord record, @Nullable String other, String fault) {
        if (other != null && Actor.mayBeOne(record.envelope().actor(), other)) {
            findings.fault(record.place(), fault);
        }
    }

    private void tell(String kind, LogRecord record) {
        tell.accept(
                kind,
                "%s: person %s at %s"
                        .formatted(kind, record.envelope().subject(), record.envelope().time()));
    }
}
