package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwarderTest {

    private static final String OWNER = "http://127.0.0.1:8082";

    @Test
    void a_command_goes_to_the_owner_with_path_and_query() {
        assertThat(Forwarder.at(OWNER, "/operations/x/keys?why=a%20b"))
                .isEqualTo(URI.create(OWNER + "/operations/x/keys?why=a%20b"));
        assertThat(Forwarder.at(OWNER, "//elsewhere/x").getHost()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@elsewhere:9/y://x/operations",
                ".elsewhere/operations",
                "0/operations",
                "",
                "/a b",
                "/%zz"
            })
    void no_target_leads_elsewhere(String target) {
        assertThatThrownBy(() -> Forwarder.at(OWNER, target)).isInstanceOf(ProblemException.class);
    }
}
