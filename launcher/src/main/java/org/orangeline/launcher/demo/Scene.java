package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.stack.StackClock;

/**
 * Where the demo plays.
 *
 * @param terminal what the person sees
 * @param intake intake-service
 * @param screening screening-service
 * @param placement placement-service
 * @param clock the services' clock, which the last chapters turn forward
 * @param staff the officers
 * @param exodus everybody who comes
 * @param faults what did not check out
 */
record Scene(
        Terminal terminal,
        Api intake,
        Api screening,
        Api placement,
        StackClock clock,
        Staff staff,
        List<Household> exodus,
        Faults faults) {

    /** How many officers and tablets work at once. */
    static final int WORKERS = 24;

    List<Refugee> people() {
        return exodus.stream().flatMap(household -> household.members().stream()).toList();
    }

    /** An id that a desk makes. */
    String newId() {
        return Ids.next(clock::now, RandomGenerator.getDefault());
    }

    static ObjectNode json() {
        return Api.JSON.createObjectNode();
    }

    /** Notes a call that should have been accepted and was not. */
    boolean accepted(Answer answer, String what) {
        faults.require(answer.accepted(), what + ": " + answer.brief());
        return answer.accepted();
    }

    /** Shows a call that a rule must refuse, and that it did. */
    void mustRefuse(String what, String rule, Answer answer) {
        boolean refused = answer.refusedBy(rule);
        faults.require(refused, what + " was not refused by " + rule + ": " + answer.brief());
        if (refused) {
            terminal.line("  refused by " + rule + ", as it must be: " + what);
        }
    }
}
