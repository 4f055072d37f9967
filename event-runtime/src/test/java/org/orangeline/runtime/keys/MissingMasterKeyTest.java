package org.orangeline.runtime.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A master key that is missing is brought back and not made anew under its name. */
class MissingMasterKeyTest {

    private static final String OPERATION = "baghuz-2019";

    @TempDir Path folder;
    private KeyRing ring;
    private Path masters;

    @BeforeEach
    void anOperationHasAKey() {
        ring = new KeyRing(TestKeys.in(folder), "intake-service");
        ring.put(
                0,
                KeyRecord.OPERATION_KEY + OperationKeyName.of(OPERATION, 1),
                ring.wrapOperationKey(OPERATION, Aes.random(32)).bytes());
        masters = folder.resolve("intake-service").resolve(OPERATION);
    }

    @Test
    void a_rotation_without_it_is_refused_and_makes_nothing() throws IOException {
        Path away = Files.move(masters, folder.resolve("away"));
        assertThatThrownBy(() -> new KeyRotation(ring, 0, OPERATION))
                .isInstanceOf(KeyServiceException.class);
        assertThat(masters).doesNotExist();
        Files.move(away, masters);
        assertThat(new KeyRotation(ring, 0, OPERATION).operationKey()).isNotEmpty();
    }

    @Test
    void readiness_learns_that_it_is_missing_or_another_one() throws IOException {
        assertThatCode(ring::requireMasters).doesNotThrowAnyException();
        Path away = Files.move(masters, folder.resolve("away"));
        assertThatThrownBy(ring::requireMasters).isInstanceOf(KeyServiceException.class);
        int made = TestKeys.in(folder).current("intake-service/" + OPERATION);
        assertThat(made).isEqualTo(1);
        assertThatThrownBy(ring::requireMasters).isInstanceOf(KeyServiceException.class);
        Files.delete(masters.resolve("1.key"));
        Files.move(away.resolve("1.key"), masters.resolve("1.key"));
        assertThatCode(ring::requireMasters).doesNotThrowAnyException();
    }
}
