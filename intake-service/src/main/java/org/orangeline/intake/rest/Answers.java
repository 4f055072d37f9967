package org.orangeline.intake.rest;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.orangeline.runtime.Outcome;

/** Answers of calls that record something. */
final class Answers {

    private Answers() {}

    /** Recorded now, or recorded before by the same request. */
    static Response recorded(Outcome.Done done) {
        var first = done.events().getFirst();
        return Response.status(done.repeated() ? 200 : 201)
                .entity(
                        new Recorded(
                                first.event().getClass().getSimpleName(),
                                first.envelope().sequence(),
                                first.envelope().time()))
                .build();
    }

    /**
     * @param event what was recorded
     * @param sequence of the event among what everybody may know of
     * @param recordedAt the server's time
     */
    @Schema(name = "Recorded")
    record Recorded(String event, long sequence, Instant recordedAt) {}
}
