package org.orangeline.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.kit.batch.Answered.Verdict;

class AnsweredTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void what_was_called_for_a_tablet_that_was_revoked_meanwhile_waits_for_a_human() {
        assertThat(verdict(403, "device-revoked")).isEqualTo(Verdict.UNTRUSTED);
        assertThat(verdict(403, "forbidden")).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void only_what_may_come_from_another_tablet_is_waited_for() {
        assertThat(verdict(404, "not-found")).isEqualTo(Verdict.MISSING);
        assertThat(verdict(404, "http-404")).isEqualTo(Verdict.REFUSED);
        assertThat(verdict(409, "conflict")).isEqualTo(Verdict.REFUSED);
        assertThat(verdict(401, "unauthorized")).isEqualTo(Verdict.LATER);
        assertThat(verdict(408, "too-slow")).isEqualTo(Verdict.LATER);
        assertThat(verdict(503, "unavailable")).isEqualTo(Verdict.LATER);
        assertThat(verdict(201, "")).isEqualTo(Verdict.DONE);
    }

    @Test
    void what_a_human_has_discarded_is_refused_with_a_problem() {
        HeldItem discarded =
                HeldSamples.waiting("tablet-1", new UUID(0, 9)).settled(HeldSamples.discarded());
        Answered answered = Answered.of(discarded, problem("discarded").put("status", 410));
        assertThat(answered.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(answered.status()).isEqualTo(410);
        assertThat(answered.said()).isNotNull();
    }

    @Test
    void what_was_discarded_from_quarantine_is_gone_and_not_distrusted() {
        HeldItem quarantined =
                HeldSamples.waiting("tablet-1", new UUID(0, 9)).refused(problem("device-revoked"));
        assertThat(said(quarantined.settled(HeldSamples.discarded()))).endsWith(":discarded");
        assertThat(said(quarantined.settled(HeldSamples.acknowledged())))
                .endsWith(":device-revoked");
        assertThat(said(quarantined.erased(HeldSamples.erased(), problem("erased"))))
                .endsWith(":device-revoked");
        HeldItem waiting = HeldSamples.waiting("tablet-1", new UUID(0, 9));
        assertThat(said(waiting.erased(HeldSamples.erased(), problem("erased"))))
                .endsWith(":erased");
    }

    @Test
    void S6_a_decision_that_is_stored_already_is_never_made_anew() {
        ObjectNode anew = problem("rule").put("status", 422);
        Answered unnamed = Answered.refused(problem("rule").put("status", 422));
        for (Answered answered :
                List.of(unnamed, Answered.BEHIND, Answered.untrusted(problem("device-revoked")))) {
            assertThat(answered.ofDecision(true, anew)).isEqualTo(Answered.STORED);
            assertThat(answered.ofDecision(false, anew).verdict()).isEqualTo(Verdict.REFUSED);
        }
        Answered again = new Answered(Verdict.DONE, 201, problem("the answer"));
        assertThat(again.ofDecision(true, anew)).isEqualTo(again);
        Answered later = new Answered(Verdict.LATER, 503, null);
        assertThat(later.ofDecision(true, anew)).isEqualTo(later);
    }

    private static String said(HeldItem held) {
        JsonNode said = Answered.of(held, problem("discarded")).said();
        return said == null ? "" : said.path("type").asText();
    }

    private static Verdict verdict(int status, String problem) {
        return Answered.verdict(status, problem(problem).path("type").asText());
    }

    private static ObjectNode problem(String name) {
        return MAPPER.createObjectNode().put("type", "urn:orangeline:problem:" + name);
    }
}
