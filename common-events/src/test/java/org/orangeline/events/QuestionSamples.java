package org.orangeline.events;

import static org.orangeline.events.Samples.OTHER_ID;
import static org.orangeline.events.Samples.PERSON;
import static org.orangeline.events.Samples.REASON;
import static org.orangeline.events.Samples.RELATIVE;
import static org.orangeline.events.Samples.of;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.LegalProfileChangeRequested;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Consent;
import org.orangeline.events.model.Ground;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.WithdrawalCause;
import org.orangeline.events.placement.BasisChanged;
import org.orangeline.events.placement.ProposalWithdrawn;
import org.orangeline.events.placement.QuestionOverdue;
import org.orangeline.events.placement.QuestionSettled;
import org.orangeline.events.placement.RuleKeptAgain;
import org.orangeline.events.placement.SettlementRequested;
import org.orangeline.events.plan.LegalProfile;

/** What becomes of questions, proposals and bases, and of the limits that are watched. */
final class QuestionSamples {

    private static final String CAMP = "al-hol";
    private static final String OPERATION = "baghuz-2019";
    private static final Instant SINCE = Instant.parse("2019-03-02T08:10:00Z");

    private QuestionSamples() {}

    static List<DomainEvent> full(Hiding hiding) {
        return List.of(
                new SettlementRequested(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        List.of("P7", "P14"),
                        of(hiding, SettlementRequested.class, "/reason", REASON)),
                new RuleKeptAgain(PERSON, OTHER_ID, CAMP, List.of("P3", "P4")),
                new QuestionOverdue(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        "P3",
                        "01957a40-0001-7000-8000-00000000abce",
                        SINCE),
                new BasisChanged(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        Basis.VOLUNTARY_SHELTER,
                        Basis.INTERNMENT,
                        new Ground(
                                GroundCode.SPECIFIC_THREAT,
                                of(hiding, BasisChanged.class, "/ground/statement", REASON)),
                        "Internment Order 7, Art. 3",
                        RELATIVE,
                        new Consent(SINCE, "ar"),
                        of(hiding, BasisChanged.class, "/reason", REASON)),
                new ProposalWithdrawn(PERSON, OTHER_ID, WithdrawalCause.FINDING),
                new LegalProfileChangeRequested(
                        OPERATION,
                        OTHER_ID,
                        profile(),
                        of(
                                hiding,
                                OPERATION,
                                LegalProfileChangeRequested.class,
                                "/reason",
                                REASON)));
    }

    /** Fields that came later: the files of before stay as they are. */
    static List<DomainEvent> later(Hiding hiding) {
        return List.of(
                new QuestionSettled(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        List.of("P7"),
                        of(hiding, QuestionSettled.class, "/reason", REASON),
                        "officer-11"),
                new LegalProfileChanged(
                        OPERATION,
                        profile(),
                        of(hiding, OPERATION, LegalProfileChanged.class, "/reason", REASON),
                        OTHER_ID,
                        "officer-11"));
    }

    static List<DomainEvent> minimal(Hiding hiding) {
        return List.of(
                new BasisChanged(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        Basis.INTERNMENT,
                        Basis.VOLUNTARY_SHELTER,
                        null,
                        null,
                        null,
                        null,
                        of(hiding, BasisChanged.class, "/reason", REASON)));
    }

    /** With the limits that came last. */
    static List<DomainEvent> latest(Hiding hiding) {
        return List.of(
                new LegalProfileChanged(
                        OPERATION,
                        profile(Duration.ofHours(12), Duration.ofDays(120)),
                        of(hiding, OPERATION, LegalProfileChanged.class, "/reason", REASON)));
    }

    private static LegalProfile profile() {
        return profile(null, null);
    }

    private static LegalProfile profile(
            @Nullable Duration clearanceGoodFor, @Nullable Duration retention) {
        return new LegalProfile(
                "own",
                Duration.ofHours(24),
                Duration.ofHours(72),
                Period.ofMonths(6),
                Duration.ofDays(7),
                Duration.ofDays(14),
                Duration.ofDays(14),
                Duration.ofDays(30),
                Duration.ofHours(24),
                Duration.ofDays(14),
                Duration.ofDays(90),
                Duration.ofHours(48),
                Duration.ofHours(24),
                clearanceGoodFor,
                retention,
                null);
    }
}
