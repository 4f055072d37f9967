package org.orangeline.placement.orders;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Basis;
import org.orangeline.placement.custody.Absence;
import org.orangeline.placement.duties.DutyFacts;
import org.orangeline.placement.duties.Liberty;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.transfers.Transfer;

/** A copy of a placement that is being changed. */
final class PlacementDraft {

    private final Placement from;
    Place place;
    @Nullable Place previous;
    Basis basis;
    Instant custodySince;
    @Nullable Instant freeBefore;
    Terms terms;
    Placement.Status status;
    Instant since;
    Instant happenedAt;
    @Nullable Instant seenAt;
    boolean held;
    @Nullable Transfer transfer;
    @Nullable Absence absence;
    @Nullable Missing missing;
    @Nullable Started inquiry;
    DutyFacts duties;
    Questions questions;
    List<String> changedBy;
    @Nullable Liberty liberty;
    @Nullable Undo undo;
    @Nullable Withdrawal withdrawal;

    PlacementDraft(Placement from) {
        this.from = from;
        place = from.place();
        previous = from.previous();
        basis = from.basis();
        custodySince = from.custodySince();
        freeBefore = from.freeBefore();
        terms = from.terms();
        status = from.status();
        since = from.since();
        happenedAt = from.happenedAt();
        seenAt = from.seenAt();
        held = from.held();
        transfer = from.transfer();
        absence = from.absence();
        missing = from.missing();
        inquiry = from.inquiry();
        duties = from.duties();
        questions = from.questions();
        changedBy = from.changedBy();
        liberty = from.liberty();
        undo = from.undo();
        withdrawal = from.withdrawal();
    }

    void changed(String by) {
        changedBy = Stream.concat(changedBy.stream(), Stream.of(by)).distinct().toList();
    }

    void forgetMoves() {
        transfer = null;
        absence = null;
        forgetMissing();
    }

    void forgetMissing() {
        missing = null;
        inquiry = null;
    }

    Placement done() {
        return new Placement(
                from.placementId(),
                from.personId(),
                place,
                previous,
                basis,
                terms,
                custodySince,
                from.custodyStartedBy(),
                freeBefore,
                from.orderedAt(),
                from.orderedBy(),
                status,
                since,
                happenedAt,
                seenAt,
                held,
                transfer,
                absence,
                missing,
                inquiry,
                duties,
                questions,
                changedBy,
                liberty,
                undo,
                withdrawal);
    }
}
