package org.orangeline.events.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What runs keeps the stricter limit, whatever the profile becomes. */
class ProfileHistoryTest {

    private static final Instant OPENED = Instant.parse("2019-03-01T12:00:00Z");
    private static final LegalProfile BUILT_IN = BuiltIn.legalProfile("gc-1949").orElseThrow();

    private final ProfileHistory history =
            ProfileHistory.of(reviewedWithin(72))
                    .change(reviewedWithin(24), OPENED.plus(Duration.ofDays(1)))
                    .change(reviewedWithin(48), OPENED.plus(Duration.ofDays(2)));

    @Test
    void a_stricter_profile_counts_for_what_runs() {
        assertThat(history.strictest(OPENED, LegalProfile::firstReviewWithin))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void a_laxer_profile_counts_for_what_begins_later() {
        Instant running = OPENED.plus(Duration.ofHours(30));
        Instant later = OPENED.plus(Duration.ofDays(3));
        assertThat(history.strictest(running, LegalProfile::firstReviewWithin))
                .isEqualTo(Duration.ofHours(24));
        assertThat(history.strictest(later, LegalProfile::firstReviewWithin))
                .isEqualTo(Duration.ofHours(48));
        assertThat(history.now().firstReviewWithin()).isEqualTo(Duration.ofHours(48));
    }

    private static LegalProfile reviewedWithin(int hours) {
        return new LegalProfile(
                "own",
                BUILT_IN.lineWaitLimit(),
                Duration.ofHours(hours),
                BUILT_IN.reviewEvery(),
                BUILT_IN.cardWithin(),
                BUILT_IN.bureauNoticeWithin(),
                BUILT_IN.screenAgainWithin(),
                BUILT_IN.plausibleClockSkew(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
