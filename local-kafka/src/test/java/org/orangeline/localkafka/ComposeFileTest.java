package org.orangeline.localkafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The broker in the compose file has what the local one has. */
class ComposeFileTest {
    @Test
    void nothing_in_the_compose_file_speaks_in_the_clear() throws Exception {
        assertThat(compose())
                .doesNotContain("PLAINTEXT", "http://", "ENDED_BEFORE")
                .contains("ORANGELINE_TLS_CERTIFICATE: ", "ORANGELINE_KAFKA_CLIENT_FILE: ")
                .contains("SERVICES:SASL_SSL,MACHINE:SASL_SSL,CONTROLLER:SASL_SSL\n");
    }

    @Test
    void the_broker_in_the_compose_file_has_the_same_settings() throws Exception {
        String compose = compose();

        BrokerFiles.COMMON.forEach((name, value) ->
                assertThat(compose)
                        .contains(
                                "      KAFKA_"
                                        + name.toUpperCase(Locale.ROOT).replace('.', '_')
                                        + ": \""
                                        + value
                                        + "\"\n"));
        assertThat(compose).contains("KAFKA_LOG_FLUSH_INTERVAL_MESSAGES: \"1\"\n");
    }

    private static String compose() throws IOException {
        return Files.readString(
                Path.of(System.getProperty("orangeline.root"), "docker-compose.yml"));
    }
}
