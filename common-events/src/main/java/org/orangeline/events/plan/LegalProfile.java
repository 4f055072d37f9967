package org.orangeline.events.plan;

import java.time.Duration;
import java.time.Period;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operation's legal limits, as data.
 *
 * @param id the profile's name
 * @param lineWaitLimit longest wait in a line (rule L4)
 * @param firstReviewWithin first review, from the earliest plausible moment of custody (rule P10)
 * @param reviewEvery at least this often afterwards (GC IV 43, 78: twice a year)
 * @param cardWithin capture or internment card after arrival in a place (GC III 70, GC IV 106)
 * @param bureauNoticeWithin notice to the tracing bureau (GC IV 136)
 * @param screenAgainWithin limit for screening an UNDETERMINED person again
 * @param plausibleClockSkew how far before its recording a tablet's time is still believed (rule
 *     P10)
 * @param reasonsToldWithin until a person is told why, from the admission (rule P11; AP I 75:
 *     promptly); null means at once
 * @param appealWithin until a review answers an appeal (GC IV 43: as soon as possible); null means
 *     the time of a first review
 * @param assessmentGoodFor how long a non-refoulement assessment can be relied on (rule P9: what
 *     was safe may be so no longer); null means {@link #USUAL_ASSESSMENT_GOOD_FOR}
 * @param questionWithin until a question about a placement is closed (rule P14); null means {@link
 *     #USUAL_QUESTION_WITHIN}
 * @param releaseWithin until liberty that was decided is given (rule P19); null means {@link
 *     #USUAL_RELEASE_WITHIN}
 * @param clearanceGoodFor how long a clinician's clearance allows questions (rule S4); null means
 *     {@link #USUAL_CLEARANCE_GOOD_FOR}
 * @param retention how long the identity of a person who was released is kept before it can be
 *     erased; null means {@link #USUAL_RETENTION}
 * @param linesGuarded false where people may leave the lines, so that waiting there is no custody
 *     (rule P10); null means that they are guarded
 */
public record LegalProfile(
        String id,
        Duration lineWaitLimit,
        Duration firstReviewWithin,
        Period reviewEvery,
        Duration cardWithin,
        Duration bureauNoticeWithin,
        Duration screenAgainWithin,
        Duration plausibleClockSkew,
        @Nullable Duration reasonsToldWithin,
        @Nullable Duration appealWithin,
        @Nullable Duration assessmentGoodFor,
        @Nullable Duration questionWithin,
        @Nullable Duration releaseWithin,
        @Nullable Duration clearanceGoodFor,
        @Nullable Duration retention,
        @Nullable Boolean linesGuarded) {

    /**
     * For profiles that say nothing of it: who urgently needs care is seen by a clinician every day
     * (GC III 31, GC IV 91, 92: medical attention and inspection), and a word of yesterday does not
     * say how the person is now.
     */
    public static final Duration USUAL_CLEARANCE_GOOD_FOR = Duration.ofHours(24);

    /**
     * For profiles that say nothing of it: half a year, in which a family, a court or the tracing
     * bureau asks after a person who was released (GC IV 137, 138).
     */
    public static final Duration USUAL_RETENTION = Duration.ofDays(183);

    /** Three months, for profiles that say nothing of it. */
    public static final Duration USUAL_ASSESSMENT_GOOD_FOR = Duration.ofDays(90);

    /**
     * For profiles that say nothing of it: 48 hours are ordinarily enough to bring somebody before
     * who decides on the detention (Human Rights Committee, general comment 35, paragraph 33).
     */
    public static final Duration USUAL_QUESTION_WITHIN = Duration.ofHours(48);

    /**
     * For profiles that say nothing of it: who is to be free is released "as soon as the
     * circumstances which justified" the detention have ceased (AP I 75 (3)), and a delay after the
     * decision is arbitrary detention.
     */
    public static final Duration USUAL_RELEASE_WITHIN = Duration.ofHours(24);

    /** No limit is longer: a year of days is beyond any that the law of custody knows. */
    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * @throws IllegalArgumentException when a limit is negative or longer than a year, or reviews
     *     would have no distance or one of more than a year
     */
    public LegalProfile {
        boolean outside =
                Stream.of(
                                lineWaitLimit,
                                firstReviewWithin,
                                cardWithin,
                                bureauNoticeWithin,
                                screenAgainWithin,
                                plausibleClockSkew,
                                reasonsToldWithin,
                                appealWithin,
                                assessmentGoodFor,
                                questionWithin,
                                releaseWithin,
                                clearanceGoodFor,
                                retention)
                        .filter(Objects::nonNull)
                        .anyMatch(limit -> limit.isNegative() || limit.compareTo(LONGEST) > 0);
        if (outside
                || reviewEvery.isNegative()
                || reviewEvery.isZero()
                || reviewEvery.toTotalMonths() > 12
                || reviewEvery.getDays() > 366) {
            throw new IllegalArgumentException(
                    "a limit of profile " + id + " is not within a year");
        }
    }

    /** Every limit that is said, but for the distance of reviews. */
    public Stream<Duration> limits() {
        return Stream.of(
                        lineWaitLimit,
                        firstReviewWithin,
                        cardWithin,
                        bureauNoticeWithin,
                        screenAgainWithin,
                        plausibleClockSkew,
                        reasonsToldWithin,
                        appealWithin,
                        assessmentGoodFor,
                        questionWithin,
                        releaseWithin,
                        clearanceGoodFor,
                        retention)
                .filter(Objects::nonNull);
    }

    /** Until a question about a placement is closed. */
    public Duration questions() {
        return questionWithin == null ? USUAL_QUESTION_WITHIN : questionWithin;
    }

    /** Until liberty that was decided is given. */
    public Duration releases() {
        return releaseWithin == null ? USUAL_RELEASE_WITHIN : releaseWithin;
    }

    /** How long a clinician's clearance allows questions. */
    public Duration clearances() {
        return clearanceGoodFor == null ? USUAL_CLEARANCE_GOOD_FOR : clearanceGoodFor;
    }

    /** How long the identity of a person who was released is kept at least. */
    public Duration keptAfterRelease() {
        return retention == null ? USUAL_RETENTION : retention;
    }

    /** Whether who waits in a line is held there. */
    public boolean guardsLines() {
        return !Boolean.FALSE.equals(linesGuarded);
    }
}
