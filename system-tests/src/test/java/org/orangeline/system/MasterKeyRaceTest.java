package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;

/** Two instances that make the same master key at once: what either of them sealed is read. */
class MasterKeyRaceTest {

    private static final int OPERATIONS = 12;
    private static final String SEARCH = "{\"sex\":\"FEMALE\"}";

    @TempDir Path data;

    @Test
    void what_two_instances_sealed_under_a_key_that_both_made_is_read_by_both() throws IOException {
        try (RunningSystem system = RunningSystem.start(data, 1)) {
            Pair pair = Pair.of(system, Service.INTAKE, Map.of());
            for (int i = 0; i < OPERATIONS; i++) {
                Emergency emergency = Emergency.openedThrough(pair.ownerApi(), system, "race");
                // A purpose of a read of several is under no person's key.
                Answer unused = arrival(pair, emergency, UUID.randomUUID());
                UUID woman = UUID.randomUUID();
                unused = arrival(pair, emergency, woman);
                pair.showTheSame(
                        emergency
                                .call("GET", "persons/" + woman)
                                .token(emergency.officers().intake()));
                assertThat(madeFor(emergency)).isEmpty();

                CyclicBarrier together = new CyclicBarrier(pair.both().size());
                Stream.of(
                                searching(together, pair.ownerApi(), emergency, "one asks"),
                                searching(together, pair.otherApi(), emergency, "another asks"))
                        .toList()
                        .forEach(search -> search.orTimeout(3, TimeUnit.MINUTES).join());

                assertThat(madeFor(emergency)).containsExactly("1.key");
                for (Api instance : List.of(pair.ownerApi(), pair.otherApi())) {
                    Eventually.holds(
                            "both purposes are read in " + emergency.operation(),
                            () ->
                                    purposes(instance, emergency, woman)
                                            .containsAll(List.of("one asks", "another asks")));
                }
            }
            system.verify();
        }
    }

    private static Answer arrival(Pair pair, Emergency emergency, UUID woman) {
        return pair.ownerApi().settle(emergency.arrival(woman, People.woman("SYR"))).expect(201);
    }

    private static CompletableFuture<Void> searching(
            CyclicBarrier together, Api instance, Emergency emergency, String purpose) {
        return CompletableFuture.runAsync(
                () -> {
                    await(together);
                    Answer unused =
                            instance.settle(
                                            emergency
                                                    .call("POST", "persons/search")
                                                    .token(emergency.officers().line())
                                                    .header("Purpose", purpose)
                                                    .json(SEARCH))
                                    .expect(200);
                },
                Thread::startVirtualThread);
    }

    private static void await(CyclicBarrier together) {
        try {
            int unused = together.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("not together", e);
        }
    }

    private static List<String> purposes(Api instance, Emergency emergency, UUID woman) {
        return instance.settle(
                        emergency
                                .call("GET", "persons/" + woman + "/reads")
                                .token(emergency.officers().auditor()))
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("purpose");
    }

    /** The master keys for what reads were for. */
    private List<String> madeFor(Emergency emergency) throws IOException {
        Path folder =
                data.resolve("keys/operation-keys/intake-service")
                        .resolve(emergency.operation())
                        .resolve("reads");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
