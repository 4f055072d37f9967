package org.orangeline.screening.screening;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /**
     * A clearance, and when it ran or runs out.
     *
     * @param mergesKnown whether it was given in the knowledge of every merge of the person that no
     *     second human has confirmed
     * @param own the needs, by sequence, of the registration on which it was given
     */
    public record Cleared(Clearance given, Instant until, boolean mergesKnown, Set<Long> own) {

        public Cleared {
            own = Set.copyOf(own);
        }

        // One officer's merge lends a clearance to nobody (ADR 0035).
        private boolean isAbout(Urgency.Need need) {
            return mergesKnown || own.contains(need.since());
        }

        private boolean ends(Urgency.Need need) {
            return isAbout(need) && given.ends(need);
        }

        private boolean covers(Urgency.Need need) {
            return isAbout(need) && given.covers(need);
        }

        // A clearance allows questions for some hours. It ends only a need that was taken away
        // before.
        private boolean allows(Urgency.Need need, Instant when) {
            return covers(need) && (ends(need) || when.isBefore(until));
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
        long unconfirmed = known.unconfirmedSince(person);
        return new Interview(
                known.whole(person),
                known.registrations(person)
                        .flatMap(record -> {
                            Set<Long> needs = needs(known, record);
                            return own.clearances(operation, record).stream()
                                    .map(one ->
                                            new Cleared(
                                                    one,
                                                    known.clearedUntil(one.at()),
                                                    one.seen() >= unconfirmed,
                                                    needs));
                        })
                        .toList(),
                when);
    }

    private static Set<Long> needs(KnownOperation known, UUID record) {
        return known.person(record).stream()
                .flatMap(one -> one.urgency().needs().stream())
                .map(Urgency.Need::since)
                .collect(Collectors.toSet());
    }

    /** The needs for urgent care that counted then and that no clinician had ended. */
    List<Urgency.Need> openNeeds() {
        return needs().stream()
                .filter(need -> cleared.stream().noneMatch(one -> isKnown(one) && one.ends(need)))
                .toList();
    }

    /** Whether a clinician's clearance of this very moment is recorded and covers each need. */
    boolean isClearedAlreadyBy(String clinician) {
        return cleared.stream()
                .anyMatch(one ->
                        one.given.clinician().equals(clinician)
                                && one.given.at().equals(when)
                                && openNeeds().stream().allMatch(one::covers));
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
    boolean neededClearance() {
        return needs().stream().filter(need -> !need.at().isAfter(when)).anyMatch(this::isOpen);
    }

    private boolean isOpen(Urgency.Need need) {
        return cleared.stream().noneMatch(one -> isKnown(one) && one.allows(need, when));
    }
}
