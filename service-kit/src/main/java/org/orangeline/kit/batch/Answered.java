package org.orangeline.kit.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.batch.HeldItem.Settlement.How;
import org.orangeline.kit.rest.DeviceToken;

/**
 * What a call of an item came to.
 *
 * @param status of the call
 * @param said its answer, or its problem
 */
record Answered(Verdict verdict, int status, @Nullable JsonNode said) {

    /** What follows for the item. */
    enum Verdict {
        DONE,
        REFUSED,
        /** Somebody or something that it names is not here; another tablet may have it. */
        MISSING,
        /** Not asked: it is not known to be its tablet's, and a human has to look. */
        UNTRUSTED,
        /** A token may be renewed, and a service that cannot answer now will. */
        LATER
    }

    /** Answers to how or when something was sent, and not to what it says. */
    private static final Set<Integer> AGAIN = Set.of(401, 408, 429);

    /** Not asked: an item before it waits. */
    static final Answered BEHIND = new Answered(Verdict.MISSING, 0, null);

    /** Not asked: it was stored before. */
    static final Answered STORED = new Answered(Verdict.DONE, 200, null);

    /** Not asked. */
    static Answered untrusted(@Nullable JsonNode why) {
        return new Answered(Verdict.UNTRUSTED, 0, why);
    }

    /** Not asked: it is known that it will never be stored. */
    static Answered refused(@Nullable JsonNode problem) {
        return new Answered(Verdict.REFUSED, status(problem), problem);
    }

    /**
     * Of an item that came before.
     *
     * @param discarded the problem of one that a human has discarded
     */
    static Answered of(HeldItem held, JsonNode discarded) {
        return switch (held.state()) {
            case WAITING -> BEHIND;
            case QUARANTINED -> untrusted(held.problem());
            case DONE -> STORED;
            case REFUSED -> refused(held.problem());
            case SETTLED ->
                    refused(
                            isDiscarded(held) || held.problem() == null
                                    ? discarded
                                    : held.problem());
        };
    }

    // Why it was in quarantine matters no more once a human has ended that.
    private static boolean isDiscarded(HeldItem held) {
        return held.settlement() != null && held.settlement().how() == How.DISCARDED;
    }

    /**
     * The same of a decision, which is never kept (rule S6). What is stored stays so, whoever sends
     * it again: nobody is told to make it anew.
     *
     * @param stored whether it was decided before
     * @param anew the problem of one that would be kept
     */
    Answered ofDecision(boolean stored, JsonNode anew) {
        if (stored && (waits() || verdict == Verdict.REFUSED)) {
            return STORED;
        }
        return waits() ? refused(anew) : this;
    }

    /** Whether it is kept here. */
    boolean waits() {
        return verdict == Verdict.MISSING || verdict == Verdict.UNTRUSTED;
    }

    boolean isUntrusted() {
        return verdict == Verdict.UNTRUSTED;
    }

    /** The call was made before, with other content or by somebody else. */
    boolean isOtherContent() {
        return said != null && said.path("type").asText().endsWith(":other-content");
    }

    static Answered of(HttpResponse<byte[]> answer, ObjectMapper mapper) throws IOException {
        JsonNode said = answer.body().length == 0 ? null : mapper.readTree(answer.body());
        int status = answer.statusCode();
        String problem = said == null ? "" : said.path("type").asText();
        return new Answered(verdict(status, problem), status, said);
    }

    private static int status(@Nullable JsonNode problem) {
        return problem == null ? 0 : problem.path("status").asInt();
    }

    static Verdict verdict(int status, String problem) {
        if (status >= 200 && status < 300) {
            return Verdict.DONE;
        }
        // Its tablet was revoked between the look at the upload and the call.
        if (problem.endsWith(":" + DeviceToken.REVOKED)) {
            return Verdict.UNTRUSTED;
        }
        if (status == 404 && !problem.endsWith(":http-404")) {
            return problem.endsWith(":not-found") ? Verdict.MISSING : Verdict.LATER;
        }
        return AGAIN.contains(status) || status >= 500 ? Verdict.LATER : Verdict.REFUSED;
    }
}
