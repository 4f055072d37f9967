package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.runtime.keys.ProcessKeys;

/** Who was erased cannot be found out by sending guesses, nor by hashing them. */
@OnTheSharedSystem
class GuessedContentTest {

    private final RunningSystem system;

    GuessedContentTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void after_an_erasure_the_right_guess_is_answered_as_a_wrong_one() {
        Emergency emergency = Emergency.opened(system, "guesses");
        UUID person = UUID.randomUUID();
        ObjectNode right = People.named(People.woman("SYR"), "Rohrdommel");
        ObjectNode wrong = People.named(People.woman("SYR"), "Wasserralle");
        emergency.intake().settle(emergency.arrival(person, right)).expect(201);
        emergency.intake().settle(emergency.arrival(person, right)).expect(200);
        emergency.intake().settle(emergency.arrival(person, wrong)).expect(409);

        emergency.erased(person);

        Answer ofTheRight = emergency.intake().settle(emergency.arrival(person, right));
        Answer ofTheWrong = emergency.intake().settle(emergency.arrival(person, wrong));
        assertThat(ofTheRight.status()).isEqualTo(409);
        assertThat(ofTheWrong.status()).isEqualTo(409);
        assertThat(ofTheRight.text("detail")).isEqualTo(ofTheWrong.text("detail"));
    }

    @Test
    void no_hash_of_what_a_tablet_uploaded_is_left_that_a_guess_could_be_compared_with() {
        Emergency emergency = Emergency.opened(system, "hashes");
        String officer = emergency.officers().intake();
        Uploads tablet = new Uploads(emergency, Service.INTAKE, "tablet-g", officer);
        UUID person = UUID.randomUUID();
        ObjectNode correction = Answer.MAPPER.createObjectNode().put("reason", "misheard");
        correction.set(
                "identity", People.named(People.man("SYR"), "Zwergtaucher").path("identity"));
        UUID unused = tablet.keep("PATCH", "persons/" + person, correction, 0L);
        ObjectNode arrival = People.named(People.man("SYR"), "Haubentaucher");
        unused = tablet.keep("PUT", "arrivals/" + person, arrival);
        UUID nameless = UUID.randomUUID();
        unused = tablet.keep("PUT", "arrivals/" + nameless, People.man("SYR"));
        assertThat(tablet.send()).containsExactly("held", "durable", "durable");
        Eventually.holds(
                "all are stored",
                () -> tablet.send().equals(List.of("durable", "durable", "durable")));

        emergency.erased(person);

        Eventually.holds(
                "the same is nothing that can be told any more",
                () -> tablet.send().equals(List.of("rejected", "rejected", "durable")));
        assertThat(isHashed("PUT arrivals/" + nameless + " " + People.man("SYR")))
                .as("of whom nothing is sealed")
                .isTrue();
        assertThat(isHashed("PUT arrivals/" + person + " " + arrival)).isFalse();
        assertThat(isHashed("PATCH persons/" + person + " " + correction + " null 0")).isFalse();
    }

    /** Whether somebody with all keys of the service can see that a guess is right. */
    private boolean isHashed(String guess) {
        String hash =
                ProcessKeys.read(
                                system.stack().keys().processKeysFile(Service.INTAKE),
                                Service.INTAKE.id())
                        .contentHash(guess.getBytes(StandardCharsets.UTF_8));
        return Stream.of("items", "held")
                .flatMap(topic -> system.log().records(Service.INTAKE.id() + "." + topic).stream())
                .filter(record -> record.value() != null)
                .anyMatch(record ->
                        new String(record.value(), StandardCharsets.UTF_8).contains(hash));
    }
}
