package org.orangeline.screening.screening;

import java.time.Instant;
import java.util.List;
import org.orangeline.runtime.ToldTime;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;
import org.orangeline.screening.knowledge.Urgency;

/**
 * What has to be so before a person is questioned.
 *
 * @param person as every registration tells
 * @param cleared every clearance of any registration
 * @param when the moment of the interview, which may be told later
 */
public record Interview(KnownPerson person, List<Cleared> cleared, Instant when) {

    public Interview {
        cleared = List.copyOf(cleared);
    }

    /** A clearance, and when it ran or runs out. */
    public record Cleared(Clearance given, Instant until) {

        // A clearance allows questions for some hours. It ends only a need that was taken away
        // before.
        private boolean allows(Urgency.Need need, Instant when) {
            return given.covers(need) && (given.ends(need) || when.isBefore(until));
        }
    }

    /**
     * By every registration of the person.
     *
     * @param person as it is known by one of them
     */
    public static Interview of(
            String operation,
            KnownPerson person,
            ScreeningState own,
            KnownOperation known,
            Instant when) {
        return new Interview(
                known.whole(person),
                known.registrations(person)
                        .flatMap(one -> own.clearances(operation, one).stream())
                        .map(one -> new Cleared(one, known.clearedUntil(one.at())))
                        .toList(),
                when);
    }

    /** The needs for urgent care that counted then and that no clinician had ended. */
    List<Urgency.Need> openNeeds() {
        return needs().stream()
                .filter(need ->
                        cleared.stream().noneMatch(one -> isKnown(one) && one.given.ends(need)))
                .toList();
    }

    /** Whether a clinician's clearance of this very moment is recorded and covers each need. */
    boolean isClearedAlreadyBy(String clinician) {
        return cleared.stream()
                .map(Cleared::given)
                .anyMatch(given ->
                        given.clinician().equals(clinician)
                                && given.at().equals(when)
                                && openNeeds().stream().allMatch(given::covers));
    }

    private List<Urgency.Need> needs() {
        return person.urgency().by(when.plus(ToldTime.CLOCKS_DIFFER));
    }

    private boolean isKnown(Cleared one) {
        return !one.given.at().isAfter(when.plus(ToldTime.CLOCKS_DIFFER));
    }

    /** Whether a need for urgent care counted then that no clearance ended or put off. */
    boolean needsClearance() {
        return needs().stream().anyMatch(this::isOpen);
    }

    /**
     * The same of the needs that were said by then: what nobody knew made the interview no wrong.
     */
    public boolean neededClearance() {
        return needs().stream().filter(need -> !need.at().isAfter(when)).anyMatch(this::isOpen);
    }

    private boolean isOpen(Urgency.Need need) {
        return cleared.stream().noneMatch(one -> isKnown(one) && one.allows(need, when));
    }
}
