package org.orangeline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Envelope;
import org.orangeline.events.Service;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.model.Loneliness;
import org.orangeline.gateway.order.Cut;
import org.orangeline.gateway.order.OneOrder;

/** However the three logs come in, a restart meets the order that was met before. */
class OneOrderTest {

    private static final UUID PERSON = new UUID(1, 2);

    @Test
    void a_restart_that_steps_through_the_journal_meets_the_same_order() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            Map<Service, List<Envelope>> logs = logs(random, 60);
            List<Cut> journal = new ArrayList<>();
            List<Envelope> live = live(random, logs, journal);
            assertThat(live).as("seed %d", seed).hasSize(60);

            var again = new OneOrder<Envelope>(one -> one);
            // All of it is there at once this time.
            logs.forEach((service, log) -> log.forEach(event -> again.add(service, event)));
            List<Envelope> replayed = new ArrayList<>();
            for (Cut cut : journal) {
                assertThat(again.has(cut)).isTrue();
                replayed.addAll(again.stepTo(cut));
            }

            assertThat(replayed).as("seed %d", seed).isEqualTo(live);
            assertKnowledgeComesFirst(live);
        }
    }

    @Test
    void an_event_waits_for_what_its_writer_knew() {
        var order = new OneOrder<Envelope>(one -> one);
        order.add(Service.PLACEMENT, event(Service.PLACEMENT, 1, 5, "intake-service:1"));

        assertThat(order.next(10)).isEmpty();
        order.add(Service.INTAKE, event(Service.INTAKE, 1, 9, ""));
        assertThat(order.next(10).stream().map(Envelope::source))
                .containsExactly("intake-service", "placement-service");
    }

    /** What comes in bits, in any interleaving. */
    private static List<Envelope> live(
            Random random, Map<Service, List<Envelope>> logs, List<Cut> journal) {
        var order = new OneOrder<Envelope>(one -> one);
        Map<Service, Integer> given = new EnumMap<>(Service.class);
        List<Envelope> live = new ArrayList<>();
        while (live.size() < logs.values().stream().mapToInt(List::size).sum()) {
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                Service service = Service.values()[random.nextInt(3)];
                int next = given.getOrDefault(service, 0);
                List<Envelope> log = logs.getOrDefault(service, List.of());
                if (next < log.size()) {
                    order.add(service, log.get(next));
                    given.put(service, next + 1);
                }
            }
            List<Envelope> taken = order.next(1 + random.nextInt(5));
            if (!taken.isEmpty()) {
                live.addAll(taken);
                journal.add(order.reached());
            }
        }
        return live;
    }

    /** Logs that services could have written, each knowing a part of the others'. */
    private static Map<Service, List<Envelope>> logs(Random random, int events) {
        Map<Service, List<Envelope>> logs = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            logs.put(service, new ArrayList<>());
        }
        Map<Service, Map<Service, Integer>> knows = new EnumMap<>(Service.class);
        for (int i = 0; i < events; i++) {
            Service writer = Service.values()[random.nextInt(3)];
            Map<Service, Integer> known =
                    knows.computeIfAbsent(writer, unused -> new EnumMap<>(Service.class));
            List<String> through = new ArrayList<>();
            for (Service other : Service.values()) {
                if (other != writer) {
                    int before = known.getOrDefault(other, 0);
                    int more = logs.getOrDefault(other, List.of()).size() - before;
                    known.put(other, before + (more == 0 ? 0 : random.nextInt(more + 1)));
                    through.add(other.id() + ":" + known.get(other));
                }
            }
            List<Envelope> log = logs.computeIfAbsent(writer, unused -> new ArrayList<>());
            // Clocks differ a little, so times do not follow the order of writing.
            log.add(
                    event(
                            writer,
                            log.size() + 1,
                            i + random.nextInt(5),
                            String.join(",", through)));
        }
        return logs;
    }

    private static void assertKnowledgeComesFirst(List<Envelope> order) {
        Cut reached = Cut.START;
        for (Envelope event : order) {
            assertThat(reached.reaches(Cut.parse(event.knownThrough()))).isTrue();
            reached = reached.after(Service.of(event.source()));
        }
    }

    private static Envelope event(Service service, long sequence, int second, String known) {
        Envelope e =
                Given.envelope(
                        new ChildFoundAlone(PERSON, Loneliness.values()[0]),
                        Given.START.plusSeconds(second),
                        sequence,
                        known);
        return new Envelope(
                e.id(),
                e.type(),
                service.id(),
                e.subject(),
                e.time(),
                e.dataSchema(),
                e.sequence(),
                e.operation(),
                e.actor(),
                e.commandId(),
                e.causationId(),
                e.commandHash(),
                e.knownThrough(),
                e.previousHash());
    }
}
