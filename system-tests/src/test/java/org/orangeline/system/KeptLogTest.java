package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;
import org.orangeline.launcher.stack.ServiceProcess;
import org.orangeline.runtime.Partitions;

/**
 * Services that have nothing but the log: they answer as those before them did; and when the log is
 * damaged they say so. The log is damaged last, since it does not heal.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeptLogTest {

    private static final Map<String, String> LOOKS_OFTEN = Map.of("ORANGELINE_AUDIT_EVERY", "1S");

    private final Map<Service, ServiceProcess> now = new EnumMap<>(Service.class);
    private RunningSystem system;
    private Emergency emergency;
    private UUID man;

    @BeforeAll
    void start(@TempDir Path folder) {
        system = RunningSystem.start(folder.resolve("var"), 2);
        emergency = Emergency.opened(system, "kept");
        emergency.facility("derik", "PRISON", 3);
        emergency.facility("al-hol", "CAMP", 30);
        man = emergency.arrived(People.named(People.man("SYR"), "أحمد"));
        JsonNode unused = emergency.concluded(man, "FIGHTER", "DIRECT_PARTICIPATION");
        String placement = emergency.ordered(man, "derik", Orders.CUSTODY);
        emergency.placement().settle(emergency.admission(placement, "{}")).expect(201);
        UUID woman = emergency.arrived(People.woman("DEU"));
        emergency.awaitPlaceable(woman);
        String shelter = emergency.ordered(woman, "al-hol", Orders.SHELTER);
        assertThat(shelter).isNotEmpty();
        emergency.awaitWaiting("IS_WOMEN", 1);
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    @Order(1)
    void new_instances_answer_as_the_old_ones_did_and_never_half() {
        Map<String, JsonNode> before = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            for (Call read : reads(service)) {
                before.put(
                        service + " " + read,
                        comparable(system.api(service).settle(read).expect(200)));
            }
        }
        for (Service service : Service.values()) {
            system.process(service).stop();
        }

        for (Service service : Service.values()) {
            now.put(service, system.stack().startAnother(service, LOOKS_OFTEN));
        }
        for (Service service : Service.values()) {
            for (Call read : reads(service)) {
                assertThat(firstRead(service, read))
                        .as(service + " " + read)
                        .isEqualTo(before.get(service + " " + read));
            }
        }

        now.values().forEach(process -> process.awaitReady(Eventually.LIMIT));
        Map<Service, URI> addresses = new EnumMap<>(Service.class);
        now.forEach((service, process) -> addresses.put(service, process.address()));
        system.verify(addresses);
        Answer again =
                api(Service.INTAKE)
                        .settle(emergency.arrival(man, People.named(People.man("SYR"), "أحمد")));
        assertThat(again.expect(200).text("registrationNumber")).startsWith("BGZ-000001");
    }

    /** Asked from the first moment on; "not now" is the only other answer there may be. */
    private JsonNode firstRead(Service service, Call read) {
        return Eventually.some(
                service + " answers " + read,
                () -> {
                    Optional<Answer> answer =
                            api(service).patience(Duration.ofSeconds(20)).attempt(read);
                    answer.filter(one -> one.status() != 200)
                            .ifPresent(one -> one.expectProblem(503));
                    return answer.filter(one -> one.status() == 200).map(KeptLogTest::comparable);
                });
    }

    @Test
    @Order(2)
    void a_wrong_setting_is_named_and_forgotten_when_it_is_mended() {
        Damage damage = new Damage(system);

        damage.retention("ScreeningConcluded", "604800000");
        notReady(Service.SCREENING, "ScreeningConcluded has retention.ms=604800000");
        notReady(Service.PLACEMENT, "ScreeningConcluded has retention.ms=604800000");
        assertThat(process(Service.INTAKE).health().ready()).isTrue();

        damage.retention("ScreeningConcluded", "-1");
        now.values().forEach(process -> process.awaitReady(Eventually.LIMIT));
    }

    @Test
    @Order(3)
    void
            lost_records_and_another_partition_count_are_named_and_nothing_is_answered_from_the_rest() {
        Damage damage = new Damage(system);
        int partition =
                Partitions.of(emergency.operation(), system.stack().settings().partitions());
        damage.partitions("PlacementOrdered", 3);
        damage.cutOff("PersonArrived", partition);
        damage.cutOff("GroupAssigned", partition);
        for (Service service : Service.values()) {
            notReady(service, "records of PersonArrived-" + partition + " are gone");
        }
        notReady(Service.SCREENING, "records of GroupAssigned-" + partition + " are gone");
        notReady(Service.PLACEMENT, "PlacementOrdered has 3 partitions");

        for (Service service : Service.values()) {
            process(service).stop();
            now.put(service, system.stack().startAnother(service, LOOKS_OFTEN));
        }

        for (Service service : Service.values()) {
            notReady(service, "records of PersonArrived-" + partition + " are gone");
            for (Call read : reads(service)) {
                api(service).send(read).expectProblem(503);
            }
        }
        notReady(Service.PLACEMENT, "PlacementOrdered has 3 partitions");
        Answer refused =
                api(Service.INTAKE).send(emergency.arrival(UUID.randomUUID(), People.man("SYR")));
        refused.expectProblem(503);
    }

    private void notReady(Service service, String reason) {
        Eventually.holds(
                service.id() + " is not ready and says: " + reason,
                () -> {
                    Optional<Answer> health = api(service).attempt(Call.get("q/health/ready"));
                    return health.isPresent()
                            && health.get().status() == 503
                            && health.get().body().contains(reason);
                });
    }

    private Api api(Service service) {
        return new Api(process(service).address());
    }

    /** The instance that runs now. */
    private ServiceProcess process(Service service) {
        ServiceProcess process = now.get(service);
        return process == null ? system.process(service) : process;
    }

    private List<Call> reads(Service service) {
        String token = emergency.officers().auditor();
        List<String> paths =
                switch (service) {
                    case INTAKE -> List.of("persons/" + man, "persons/" + man + "/history");
                    case SCREENING ->
                            List.of(
                                    "persons/" + man,
                                    "lines",
                                    "lines/IS_WOMEN/persons",
                                    "persons/" + man + "/history");
                    case PLACEMENT ->
                            List.of(
                                    "persons/" + man,
                                    "facilities",
                                    "proposals",
                                    "persons/" + man + "/history");
                };
        return paths.stream()
                .map(path ->
                        emergency.call("GET", path).token(token).header("Purpose", "system test"))
                .toList();
    }

    /** Without the seconds that somebody has waited, which go on. */
    private static JsonNode comparable(Answer answer) {
        JsonNode json = answer.json();
        for (JsonNode parent : json.findParents("longestWaitSeconds")) {
            ((ObjectNode) parent).remove("longestWaitSeconds");
        }
        for (JsonNode parent : json.findParents("waitingSeconds")) {
            ((ObjectNode) parent).remove("waitingSeconds");
        }
        return json;
    }
}
