package org.orangeline.placement.orders;

import org.jspecify.annotations.Nullable;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.placement.duties.CustodyFacts;
import org.orangeline.placement.duties.DutyFacts;
import org.orangeline.placement.duties.Liberty;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.orders.Placement.Status;

/**
 * What becomes of a placement when the person is in another place, or the place is another one than
 * before: custody goes on, begins or ends by it (rules P10 to P12, P19).
 */
public final class Moves {

    private Moves() {}

    /**
     * The person was found inside, elsewhere than the register says: held perhaps where shelter was
     * ordered, and for longer than it was known (rules P10, P16).
     *
     * @param begun what is asked for if custody begins by it
     * @param decided that a review in the line set the person free; null when none did
     * @param heldThere whether the person may not leave
     */
    public static Placement found(
            Placement before,
            FoundInside event,
            DutyFacts begun,
            @Nullable Liberty decided,
            boolean heldThere,
            Started started) {
        Started there = started.told(event.foundAt());
        DutyFacts duties = before.duties();
        PlacementDraft draft = before.become(Status.PLACED, there);
        if (heldThere && !before.held()) {
            draft.duties = begun;
            draft.liberty = decided == null ? before.liberty() : decided;
        } else if (heldThere) {
            draft.duties =
                    before.status() == Status.ORDERED
                            ? duties.admitted(there, event.facilityId())
                            : arrivedIn(before, event.facilityId(), there);
        } else if (before.held()) {
            setFree(draft, before, there);
        }
        draft.terms =
                event.basis() == before.basis()
                        ? before.terms().inside(there.at())
                        : Terms.foundBeside(event.accompanies());
        if (event.custodySince().isBefore(before.custodySince())) {
            draft.custodySince = event.custodySince();
        }
        draft.basis = event.basis();
        draft.held = heldThere;
        draft.previous = before.status() == Status.PLACED ? before.place() : null;
        draft.place = new Place(event.facilityId(), event.section());
        draft.forgetMoves();
        return draft.done();
    }

    /**
     * @param heldThere whether the person may not leave there
     */
    public static Placement transferred(
            Placement before, Place to, boolean heldThere, Started started) {
        PlacementDraft draft = new PlacementDraft(before);
        draft.previous = before.place();
        draft.place = to;
        draft.since = started.recordedAt();
        draft.happenedAt = started.at();
        draft.transfer = null;
        draft.forgetMissing();
        draft.held = heldThere;
        if (before.held() && heldThere) {
            draft.duties = arrivedIn(before, to.facilityId(), started);
        } else if (heldThere) {
            begin(draft, before, to.facilityId(), started);
        } else if (before.held()) {
            setFree(draft, before, started);
        }
        return draft.done();
    }

    /**
     * The facility is run otherwise from now on: whoever may not leave any more is held since then
     * (rule P10), and whoever may leave is free.
     *
     * @param heldThere whether the person may not leave
     * @param done what was done in the custody so far, in the line perhaps
     */
    public static Placement inChanged(
            Placement before, boolean heldThere, CustodyFacts done, Started started) {
        if (heldThere == before.held() || !before.status().isOpen()) {
            return before;
        }
        PlacementDraft draft = new PlacementDraft(before);
        draft.held = heldThere;
        if (before.status() == Status.PLACED) {
            if (heldThere) {
                begin(draft, before, before.facilityId(), started);
            } else {
                setFree(draft, before, started);
            }
            return draft.done();
        }
        if (!heldThere) {
            draft.duties = DutyFacts.NONE;
            draft.liberty = before.terms().withConsent() ? null : before.liberty();
        } else if (before.custodyStartedBy() == null) {
            draft.duties = before.duties().begun(started);
            draft.custodySince = started.at();
        } else {
            draft.duties =
                    Beginnings.begun(
                            before.custodyStartedBy(), started.told(before.custodySince()), done);
            draft.liberty = before.liberty() == null ? done.liberty() : before.liberty();
        }
        return draft.done();
    }

    // P12: within a facility nothing is written anew.
    private static DutyFacts arrivedIn(Placement before, String facilityId, Started there) {
        return facilityId.equals(before.facilityId())
                ? before.duties()
                : before.duties().moved(there, facilityId);
    }

    private static void begin(
            PlacementDraft draft, Placement before, String facilityId, Started started) {
        draft.duties = before.duties().begun(started).admitted(started, facilityId);
        draft.custodySince = started.at();
    }

    private static void setFree(PlacementDraft draft, Placement before, Started started) {
        draft.duties = before.duties().ended(started);
        draft.liberty = before.terms().withConsent() ? null : before.liberty();
    }
}
