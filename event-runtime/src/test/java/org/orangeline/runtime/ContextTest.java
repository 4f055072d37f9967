package org.orangeline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.orangeline.runtime.toy.ToyCommand;

class ContextTest {

    private static final Instant NOW = Instant.parse("2019-03-01T23:59:59.123Z");

    private final Context context = new Context(NOW, Actor.human("a"), new UUID(1, 2).toString());

    @Test
    void a_new_id_is_a_uuid_of_version_7_with_the_time_in_front() {
        UUID id = context.newId("placement");
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void ids_follow_from_command_time_and_name_alone() {
        UUID id = context.newId("placement");
        assertThat(new Context(NOW, Actor.machine("b"), context.commandId()).newId("placement"))
                .isEqualTo(id);
        assertThat(context.newId("other")).isNotEqualTo(id);
        assertThat(new Context(NOW, context.actor(), "another").newId("placement"))
                .isNotEqualTo(id);
        assertThat(
                        new Context(NOW.plusMillis(1), context.actor(), context.commandId())
                                .newId("placement"))
                .isGreaterThan(id);
    }

    @Test
    void the_day_is_the_one_in_utc() {
        assertThat(context.today()).isEqualTo(LocalDate.parse("2019-03-01"));
    }

    @Test
    void an_operation_lives_where_kafkas_own_hash_would_put_it() {
        for (int i = 0; i < 500; i++) {
            String operation = "ö".repeat(i % 3) + "operation-" + i * 7919;
            byte[] bytes = operation.getBytes(StandardCharsets.UTF_8);
            assertThat(Partitions.of(operation, 12))
                    .isEqualTo(Utils.toPositive(Utils.murmur2(bytes)) % 12);
        }
    }

    @Test
    void a_command_id_hides_its_key_and_depends_on_its_scope() {
        String id = Submission.id("op", "call", "Amina");
        assertThat(UUID.fromString(id).version()).isEqualTo(8);
        assertThat(id).isEqualTo(Submission.id("op", "call", "Amina"));
        assertThat(id)
                .isNotEqualTo(Submission.id("op2", "call", "Amina"))
                .isNotEqualTo(Submission.id("op", "call2", "Amina"))
                .isNotEqualTo(Submission.id("op", "call", "Aminah"));
    }

    @Test
    void a_reactions_id_follows_from_its_name_its_cause_and_whom_it_is_about() {
        var command = new ToyCommand.Assign("op", new UUID(1, 1), "A");
        var reaction = new Reaction<ToyCommand>("WhenAThenB", command, "cause");
        String id = Submission.id(reaction);
        assertThat(id)
                .isEqualTo(
                        Submission.id(
                                new Reaction<ToyCommand>(
                                        "WhenAThenB",
                                        new ToyCommand.Assign("op", new UUID(1, 1), "B"),
                                        "cause")))
                .isNotEqualTo(
                        Submission.id(
                                new Reaction<ToyCommand>(
                                        "WhenAThenB",
                                        new ToyCommand.Assign("op", new UUID(1, 2), "A"),
                                        "cause")))
                .isNotEqualTo(
                        Submission.id(new Reaction<ToyCommand>("WhenAThenB", command, "other")));
    }
}
