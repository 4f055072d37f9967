package org.orangeline.gateway.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orangeline.agreement.Agreement;
import org.orangeline.gateway.stream.Feed;
import org.orangeline.gateway.stream.Pump;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;

/** The caller's feed, and where in it the caller is. */
@ApplicationScoped
public class Feeds {

    private final CurrentAgency current;
    private final Pump pump;
    private final Cursors cursors;
    private final Clock clock;

    Feeds(CurrentAgency current, Pump pump, Cursors cursors, Clock clock) {
        this.current = current;
        this.pump = pump;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** The same answer for an agency that is not known and one whose agreement is refused. */
    static Problem notFound() {
        return Problem.of(
                404,
                "no-agreement",
                "Not found",
                "There is no agreement in force for the agency that the token names.");
    }

    /**
     * The feed of the agency that calls.
     *
     * @throws ProblemException 404 without an agreement, 403 before or after its time, 503 while
     *     the feed is not read yet
     */
    Feed ofCaller() {
        String agency = current.get().agency();
        Feed feed =
                pump.feed(agency)
                        .orElseThrow(() ->
                                pump.awaits(agency)
                                        ? ProblemException.unavailable("The feed is not read yet.")
                                        : new ProblemException(notFound()));
        requireInForce(feed.agreement());
        return feed;
    }

    /** Whether the agreement is in force now. */
    boolean isInForce(Agreement agreement) {
        return agreement.isValidAt(clock.instant());
    }

    private void requireInForce(Agreement agreement) {
        if (!isInForce(agreement)) {
            throw new ProblemException(
                    Problem.of(
                            403,
                            "agreement-not-in-force",
                            "The agreement is not in force",
                            "The agreement of the agency has ended, or has not begun."));
        }
    }

    /**
     * Where to go on.
     *
     * @param cursor what an earlier answer said; null to begin
     * @param from {@code now} to begin at the end; null to begin with the first event
     * @throws ProblemException 400 when the cursor is not one of this feed, or has run out
     */
    List<Long> position(Feed feed, @Nullable String cursor, @Nullable String from) {
        if (from != null && !from.equals("now")) {
            throw ProblemException.badRequest("from must be now, or be left out.");
        }
        if (cursor != null) {
            List<Long> position =
                    cursors.read(feed.agreement().id(), cursor, clock.instant())
                            .orElseThrow(Feeds::badCursor);
            if (position.size() != feed.end().size()) {
                throw badCursor();
            }
            return position;
        }
        return from == null ? feed.beginning() : feed.end();
    }

    static ProblemException badCursor() {
        return new ProblemException(
                Problem.of(
                        400,
                        "bad-cursor",
                        "The cursor cannot be used",
                        "It is not a cursor of this feed, or it is too old; begin again without"
                                + " one."));
    }

    String cursor(Feed feed, List<Long> position) {
        return cursors.write(feed.agreement().id(), position, clock.instant());
    }

    CurrentAgency.Caller caller() {
        return current.get();
    }

    Instant now() {
        return clock.instant();
    }
}
