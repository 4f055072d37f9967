package org.orangeline.runtime.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orangeline.runtime.scenario.TransitServer;

/** Whoever keeps master keys behaves the same. */
class KeyServiceTest {

    private static final String NAME = "intake-service/baghuz-2019";
    private static final byte[] KEY = Aes.random(32);

    @TempDir Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private TransitServer server;

    enum Keeper {
        FOLDER,
        TRANSIT
    }

    @BeforeEach
    void start() throws IOException {
        server = new TransitServer();
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_check_makes_no_key_and_fails_when_none_could_be_made(Keeper keeper) throws IOException {
        KeyService keys = keys(keeper);
        keys.check(NAME);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files).noneMatch(Files::isRegularFile);
        }
        server.close();
        Path file = Files.createFile(folder.resolve("no-folder"));
        KeyService gone =
                keeper == Keeper.TRANSIT
                        ? keys
                        : new KeyFolder(file.resolve("keys"), TestKeys.process());
        assertThatThrownBy(() -> gone.check(NAME)).isInstanceOf(KeyServiceException.class);
    }

    private KeyService keys(Keeper keeper) {
        return switch (keeper) {
            case FOLDER -> TestKeys.in(folder);
            case TRANSIT -> transit(TransitServer.TOKEN);
        };
    }

    private KeyService transit(String token) {
        return new TransitKeys(client, server.mount(), () -> token);
    }

    @Test
    void nothing_is_wrapped_under_a_key_that_another_one_takes_the_place_of() throws Exception {
        for (int round = 0; round < 40; round++) {
            String name = "intake-service/at-once-" + round;
            CyclicBarrier together = new CyclicBarrier(8);
            List<CompletableFuture<byte[]>> wrapped = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                wrapped.add(
                        CompletableFuture.supplyAsync(
                                () -> {
                                    // Each is an instance of its own that finds no key.
                                    KeyService keys = keys(Keeper.FOLDER);
                                    await(together);
                                    return keys.wrap(name, keys.current(name), KEY);
                                },
                                task -> Thread.ofPlatform().start(task)));
            }
            for (CompletableFuture<byte[]> each : wrapped) {
                assertThat(keys(Keeper.FOLDER).unwrap(name, 1, each.get())).contains(KEY);
            }
            try (Stream<Path> files = Files.list(folder.resolve(name))) {
                assertThat(files).as("no half key is left").hasSize(1);
            }
        }
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Keeper.class)
    void what_was_wrapped_is_unwrapped_also_by_another_instance(Keeper keeper) {
        KeyService keys = keys(keeper);
        int version = keys.current(NAME);
        byte[] wrapped = keys.wrap(NAME, version, KEY);
        assertThat(wrapped).isNotEqualTo(KEY);
        assertThat(keys(keeper).current(NAME)).isEqualTo(version);
        assertThat(keys(keeper).unwrap(NAME, version, wrapped)).hasValue(KEY);
    }

    @ParameterizedTest
    @EnumSource(Keeper.class)
    void after_a_rotation_both_versions_can_be_read_until_the_old_one_is_destroyed(Keeper keeper) {
        KeyService keys = keys(keeper);
        int first = keys.current(NAME);
        byte[] old = keys.wrap(NAME, first, KEY);
        int second = keys.rotate(NAME);
        assertThat(second).isEqualTo(first + 1).isEqualTo(keys.current(NAME));
        assertThat(keys.unwrap(NAME, first, old)).hasValue(KEY);
        byte[] anew = keys.wrap(NAME, second, KEY);
        keys.destroyBefore(NAME, second);
        assertThat(keys(keeper).unwrap(NAME, first, old)).isEmpty();
        assertThat(keys(keeper).unwrap(NAME, second, anew)).hasValue(KEY);
    }

    @ParameterizedTest
    @EnumSource(Keeper.class)
    void what_was_wrapped_for_another_name_or_version_is_refused_and_not_taken_for_destroyed(
            Keeper keeper) {
        KeyService keys = keys(keeper);
        int version = keys.current(NAME);
        byte[] wrapped = keys.wrap(NAME, version, KEY);
        String other = "intake-service/other";
        int there = keys.current(other);
        assertThatThrownBy(() -> keys.unwrap(other, there, wrapped))
                .isInstanceOf(KeyServiceException.class);
        int next = keys.rotate(NAME);
        assertThatThrownBy(() -> keys.unwrap(NAME, next, wrapped))
                .isInstanceOf(KeyServiceException.class);
    }

    @ParameterizedTest
    @EnumSource(Keeper.class)
    void a_name_leads_nowhere_else(Keeper keeper) {
        assertThatThrownBy(() -> keys(keeper).current("../../sys"))
                .isInstanceOf(KeyServiceException.class);
    }

    @ParameterizedTest
    @EnumSource(Keeper.class)
    void names_that_look_alike_are_different_keys(Keeper keeper) {
        KeyService keys = keys(keeper);
        for (String name : List.of("s/a/held", "s/a.held", "s/a_.held", "s/a_held", "s/a")) {
            assertThat(keys.current(name)).as(name).isEqualTo(1);
            assertThat(keys.rotate(name)).as(name).isEqualTo(2);
        }
    }

    @Test
    void who_may_not_or_cannot_ask_is_told_so_and_never_that_a_key_is_gone() {
        KeyService keys = transit(TransitServer.TOKEN);
        byte[] wrapped = keys.wrap(NAME, keys.current(NAME), KEY);
        assertThatThrownBy(() -> transit("s.wrong").unwrap(NAME, 1, wrapped))
                .isInstanceOf(KeyServiceException.class)
                .hasMessageContaining("403");
        KeyService nowhere =
                new TransitKeys(client, URI.create("http://127.0.0.1:1/v1/transit"), () -> "x");
        assertThatThrownBy(() -> nowhere.unwrap(NAME, 1, wrapped))
                .isInstanceOf(KeyServiceException.class);
        assertThatThrownBy(() -> keys.unwrap("intake-service/unknown", 1, wrapped))
                .isInstanceOf(KeyServiceException.class);
    }
}
