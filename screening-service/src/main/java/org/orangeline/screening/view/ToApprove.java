package org.orangeline.screening.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Finding;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;
import org.orangeline.screening.screening.Recommendation;
import org.orangeline.screening.screening.Screening;
import org.orangeline.screening.screening.SentBack;

/**
 * Somebody whose recommendation waits for an approver, or was sent back by one (rule S3).
 *
 * @param person by all registrations
 * @param finding that is recommended; null where it is not known any more
 * @param recommendedBy id of the officer; null when it was sent back
 * @param capturedBy id of who made it on a tablet, where that was said
 * @param returnedBy id of the approver; null while it waits
 * @param since when it was recommended, or sent back
 * @param vulnerable with a need, a child, or of an age in doubt
 */
public record ToApprove(
        KnownPerson person,
        UUID recommendationId,
        @Nullable Finding finding,
        @Nullable String recommendedBy,
        @Nullable String capturedBy,
        @Nullable String returnedBy,
        Instant since,
        boolean vulnerable) {

    private static final Comparator<ToApprove> ORDER =
            Comparator.comparing(ToApprove::vulnerable)
                    .reversed()
                    .thenComparing(ToApprove::since)
                    .thenComparing(one -> one.person.registrationNumber());

    /**
     * Vulnerable people first, then the longest waiting.
     *
     * @param returned what was sent back, in place of what waits
     */
    public static List<ToApprove> of(
            String operation, boolean returned, ScreeningState own, Knowledge known, Instant now) {
        KnownOperation open = known.operation(operation);
        if (open == null) {
            return List.of();
        }
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return own.operation(operation).screenings().entrySet().stream()
                .filter(one -> isListed(one.getValue(), returned))
                .filter(one -> known.isReachable(operation, open.merges().inUse(one.getKey())))
                .flatMap(one -> Stream.ofNullable(open.persons().get(one.getKey())))
                .flatMap(person -> {
                    Screening screening = own.screening(operation, person.personId());
                    KnownPerson whole = open.whole(person);
                    return Stream.ofNullable(
                            returned
                                    ? sentBack(screening.sentBack(), whole, today)
                                    : waiting(screening.recommendation(), whole, today));
                })
                .sorted(ORDER)
                .toList();
    }

    private static boolean isListed(Screening screening, boolean returned) {
        return (returned ? screening.sentBack() : screening.recommendation()) != null;
    }

    private static @Nullable ToApprove waiting(
            @Nullable Recommendation one, KnownPerson person, LocalDate today) {
        return one == null
                ? null
                : new ToApprove(
                        person,
                        one.id(),
                        one.finding(),
                        one.by(),
                        one.capturedBy(),
                        null,
                        one.at(),
                        isVulnerable(person, today));
    }

    private static @Nullable ToApprove sentBack(
            @Nullable SentBack one, KnownPerson person, LocalDate today) {
        return one == null
                ? null
                : new ToApprove(
                        person,
                        one.recommendationId(),
                        one.finding(),
                        null,
                        null,
                        one.by(),
                        one.at(),
                        isVulnerable(person, today));
    }

    private static boolean isVulnerable(KnownPerson person, LocalDate today) {
        return person.isChildOrInDoubt(today) || !person.needs().isEmpty();
    }
}
