package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.runtime.keys.DeploymentKey;
import org.orangeline.runtime.keys.DerivedKeys;
import org.orangeline.runtime.keys.ProcessKeys;

class HeldTicketsTest {

    private static final Instant NOW = Instant.parse("2019-03-05T12:00:00Z");

    private final HeldTickets tickets = tickets(1, NOW);
    private final HeldTicket ticket =
            new HeldTicket(
                    "op",
                    true,
                    "dilan",
                    List.of(Role.INTAKE_OFFICER),
                    "PUT",
                    "/operations/op/arrivals/1",
                    new UUID(0, 1),
                    Map.of(),
                    tickets.hash("{}"),
                    NOW.plus(HeldTickets.GOOD_FOR));

    @Test
    void a_ticket_is_read_where_it_was_signed_and_at_every_other_instance() {
        assertThat(tickets.read(tickets.sign(ticket))).contains(ticket);
        assertThat(tickets(1, NOW).read(tickets.sign(ticket))).contains(ticket);
    }

    @Test
    void a_ticket_that_was_changed_or_signed_with_another_key_is_none() {
        String[] parts = tickets.sign(ticket).split("\\.", -1);
        String said = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        String more =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                said.replace("INTAKE_OFFICER", "COORDINATOR")
                                        .getBytes(StandardCharsets.UTF_8));

        assertThat(tickets.read(more + "." + parts[1])).isEmpty();
        assertThat(tickets.read(parts[0] + ".")).isEmpty();
        assertThat(tickets.read(parts[0])).isEmpty();
        assertThat(tickets.read("not-a-ticket.at all")).isEmpty();
        assertThat(tickets.read(tickets(2, NOW).sign(ticket))).isEmpty();
    }

    @Test
    void a_ticket_is_read_after_one_renewal_of_the_keys_and_by_no_other_service() {
        ProcessKeys first = keys(1, Service.PLACEMENT);
        ProcessKeys second = renewed(first, 2);
        assertThat(at(second, NOW).read(tickets.sign(ticket))).isPresent();
        assertThat(at(renewed(second, 3), NOW).read(tickets.sign(ticket))).isEmpty();
        assertThat(at(first, NOW).read(at(second, NOW).sign(ticket))).isEmpty();
        assertThat(at(keys(1, Service.SCREENING), NOW).read(tickets.sign(ticket))).isEmpty();
    }

    private static ProcessKeys renewed(ProcessKeys keys, int version) {
        return DerivedKeys.renewed(
                keys, DeploymentKey.of(new byte[32]), Service.PLACEMENT, version, Optional.empty());
    }

    @Test
    void a_ticket_runs_out() {
        String header = tickets.sign(ticket);
        assertThat(tickets(1, NOW.plusSeconds(59)).read(header)).isPresent();
        assertThat(tickets(1, NOW.plusSeconds(60)).read(header)).isEmpty();
    }

    @Test
    void a_hash_says_nothing_to_who_has_no_key() {
        assertThat(tickets.hash("{}")).isEqualTo(tickets(1, NOW).hash("{}"));
        assertThat(tickets.hash("{}")).isNotEqualTo(tickets(2, NOW).hash("{}"));
        assertThat(tickets.hash("{}")).isNotEqualTo(tickets.hash("{ }"));
    }

    private static HeldTickets tickets(int seed, Instant now) {
        return at(keys(seed, Service.PLACEMENT), now);
    }

    private static ProcessKeys keys(int seed, Service service) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return DerivedKeys.of(DeploymentKey.of(key), service);
    }

    private static HeldTickets at(ProcessKeys keys, Instant now) {
        return new HeldTickets(
                keys,
                new ObjectMapper().registerModule(new JavaTimeModule()),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
