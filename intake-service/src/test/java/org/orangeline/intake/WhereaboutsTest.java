package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.FamilyTest.MOTHER;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OP;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Basis;
import org.orangeline.events.placement.AbsenceEnded;
import org.orangeline.events.placement.AbsenceOverdue;
import org.orangeline.events.placement.AbsenceStarted;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.Escaped;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.FactWithdrawn.Standing;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.PersonMissing;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementCancelled;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.custody.Stay;
import org.orangeline.intake.custody.Stay.State;
import org.orangeline.runtime.scenario.Scenario;

/** P18: facts of several placements are withdrawn one after the other, in any order. */
class WhereaboutsTest {

    private static final Confidential<String> WHY = Confidential.of("as recorded there");
    private static final UUID A = new UUID(0x7000, 81);
    private static final UUID B = new UUID(0x7000, 82);
    private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));

    private static Custody after(PlacementEvent... events) {
        return Scenario.<IntakeCommand, IntakeState, Custody, IntakeEvent>of(new IntakeModel())
                .given(events)
                .known();
    }

    @Test
    void P17_P18_who_is_missing_stays_so_when_a_death_elsewhere_and_an_absence_were_none() {
        Custody told =
                after(
                        placed(A),
                        died(A),
                        found(B),
                        away(B, null),
                        missing(B),
                        notSo(A, "DiedInCustody", Standing.OUTSIDE),
                        notSo(B, "AbsenceStarted", Standing.INSIDE));
        assertThat(isMissing(told)).isTrue();
        assertThat(isAway(told)).isFalse();
    }

    @Test
    void P15_P18_who_is_away_stays_so_when_a_death_elsewhere_and_a_return_were_none() {
        for (PlacementEvent since : List.of(back(B), escaped(B))) {
            String fact = since.getClass().getSimpleName();
            assertThat(
                            isAway(
                                    after(
                                            placed(A),
                                            died(A),
                                            found(B),
                                            away(B, null),
                                            since,
                                            notSo(A, "DiedInCustody", Standing.OUTSIDE),
                                            notSo(B, fact, Standing.INSIDE))))
                    .isTrue();
        }
    }

    @Test
    void P15_P17_P18_an_order_or_a_finding_elsewhere_that_is_taken_back_leaves_the_stay_before() {
        for (List<PlacementEvent> elsewhere :
                List.<List<PlacementEvent>>of(
                        List.of(ordered(B), new PlacementCancelled(MOTHER, B, "camp", WHY)),
                        List.of(found(B), notSo(B, "FoundInside", Standing.OUTSIDE)))) {
            assertThat(isAway(sinceEscape(away(A, null), elsewhere))).isTrue();
            assertThat(isMissing(sinceEscape(missing(A), elsewhere))).isTrue();
        }
    }

    private static Custody sinceEscape(PlacementEvent before, List<PlacementEvent> elsewhere) {
        return after(
                placed(A),
                before,
                escaped(A),
                elsewhere.getFirst(),
                elsewhere.getLast(),
                notSo(A, "Escaped", Standing.INSIDE));
    }

    @Test
    void P17_P18_a_report_counts_however_many_facts_before_it_are_withdrawn() {
        Custody waits =
                after(
                        ordered(A),
                        placed(A),
                        away(A, NOON.plusSeconds(3600)),
                        missing(A),
                        notSo(A, "AbsenceStarted", Standing.INSIDE),
                        notSo(A, "PlacedInDetention", Standing.ORDERED));
        assertThat(isMissing(waits)).isTrue();
        Custody inside =
                after(
                        placed(A),
                        away(A, NOON.plusSeconds(3600)),
                        back(A),
                        missing(A),
                        notSo(A, "AbsenceEnded", Standing.INSIDE),
                        notSo(A, "AbsenceStarted", Standing.INSIDE));
        assertThat(isMissing(inside)).isTrue();
    }

    @Test
    void P17_P18_the_alarm_of_a_short_absence_goes_with_it() {
        Instant back = NOON.plusSeconds(3600);
        Custody alarmed =
                after(placed(A), away(A, back), new AbsenceOverdue(MOTHER, A, A, "camp", back));
        assertThat(isMissing(alarmed)).isTrue();
        Custody right =
                after(
                        placed(A),
                        away(A, back),
                        new AbsenceOverdue(MOTHER, A, A, "camp", back),
                        notSo(A, "AbsenceStarted", Standing.INSIDE));
        assertThat(isMissing(right)).isFalse();
    }

    @Test
    void P18_what_counts_of_two_stays_is_the_one_that_is_left() {
        Custody escapedElsewhere = after(placed(A), released(A), found(B), escaped(B));
        assertThat(state(escapedElsewhere)).isEqualTo(State.ESCAPED);
        Custody neverThere =
                after(
                        placed(A),
                        released(A),
                        found(B),
                        escaped(B),
                        notSo(B, "Escaped", Standing.INSIDE),
                        notSo(B, "FoundInside", Standing.OUTSIDE));
        assertThat(state(neverThere)).isEqualTo(State.RELEASED);
    }

    private static State state(Custody custody) {
        return custody.staysOf(OP).of(List.of(MOTHER.toString())).map(Stay::state).orElseThrow();
    }

    private static boolean isMissing(Custody custody) {
        return custody.staysOf(OP).isMissing(List.of(MOTHER.toString()));
    }

    private static boolean isAway(Custody custody) {
        return custody.staysOf(OP).isAway(List.of(MOTHER.toString()));
    }

    private static PlacementOrdered ordered(UUID placement) {
        return new PlacementOrdered(
                MOTHER,
                placement,
                "camp",
                Basis.INTERNMENT,
                null,
                null,
                null,
                null,
                NOON,
                null,
                "human:a",
                null,
                null,
                null);
    }

    private static PlacedInDetention placed(UUID placement) {
        return new PlacedInDetention(MOTHER, placement, "camp", Basis.INTERNMENT, null);
    }

    private static FoundInside found(UUID placement) {
        return new FoundInside(
                MOTHER,
                placement,
                "prison",
                null,
                Basis.INTERNMENT,
                NOON,
                NOON,
                null,
                null,
                "human:a",
                WHY,
                null);
    }

    private static AbsenceStarted away(UUID placement, @Nullable Instant back) {
        return new AbsenceStarted(MOTHER, placement, A, "camp", AbsenceReason.HOSPITAL, back, null);
    }

    private static AbsenceEnded back(UUID placement) {
        return new AbsenceEnded(MOTHER, placement, A, "camp", null);
    }

    private static PersonMissing missing(UUID placement) {
        return new PersonMissing(MOTHER, placement, "camp", TOMORROW, WHY);
    }

    private static Escaped escaped(UUID placement) {
        return new Escaped(MOTHER, placement, "camp", NOON, WHY);
    }

    private static DiedInCustody died(UUID placement) {
        return new DiedInCustody(MOTHER, placement, "camp", NOON, WHY);
    }

    private static ReleasedFromDetention released(UUID placement) {
        return new ReleasedFromDetention(
                MOTHER, placement, "camp", Basis.INTERNMENT, WHY, null, null);
    }

    private static FactWithdrawn notSo(UUID placement, String fact, Standing standing) {
        return new FactWithdrawn(
                MOTHER,
                placement,
                "camp",
                B,
                "1",
                fact,
                standing,
                standing == Standing.OUTSIDE ? null : Basis.INTERNMENT,
                "human:a");
    }
}
