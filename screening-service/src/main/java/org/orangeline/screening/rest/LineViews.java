package org.orangeline.screening.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.orangeline.screening.screening.Screening;
import org.orangeline.screening.view.LineCount;
import org.orangeline.screening.view.Waiting;

/** What the calls about lines answer. */
final class LineViews {

    private LineViews() {}

    // A server whose clock is behind the one that recorded the arrival has nobody wait less than
    // not at all.
    static long seconds(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toSeconds());
    }

    /**
     * @param longestWaitSeconds since the arrival of whoever waits longest; 0 for an empty line
     */
    @Schema(name = "Line")
    public record LineView(String group, String line, int waiting, long longestWaitSeconds) {

        static LineView of(LineCount count, Instant now) {
            Instant since = count.longestSince();
            return new LineView(
                    count.group(),
                    count.line(),
                    count.waiting(),
                    since == null ? 0 : seconds(since, now));
        }
    }

    /**
     * Somebody in a line; no identity.
     *
     * @param child whether a child, or in doubt
     * @param waitingSince when the person came, as told where that is plausible (rule L4)
     */
    @Schema(name = "Waiting")
    public record WaitingView(
            UUID personId,
            String registrationNumber,
            List<String> needs,
            boolean child,
            boolean inDoubt,
            Instant waitingSince,
            long waitingSeconds,
            Screening.Status screening) {

        static WaitingView of(Waiting waiting, Instant now) {
            return new WaitingView(
                    waiting.person().personId(),
                    waiting.person().registrationNumber(),
                    waiting.person().needs(),
                    waiting.childOrInDoubt(),
                    waiting.inDoubt(),
                    waiting.since(),
                    seconds(waiting.since(), now),
                    waiting.screening());
        }
    }
}
