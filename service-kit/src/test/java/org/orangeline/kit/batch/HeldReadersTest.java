package org.orangeline.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.kit.rest.Caller;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.Actor;

class HeldReadersTest {

    private static final HeldItem HELD = HeldSamples.quarantined("tablet-1", new UUID(0, 9));

    @Test
    void each_service_shows_a_body_to_who_reads_what_its_calls_bring() {
        assertThat(reads(Service.INTAKE, Role.INTAKE_OFFICER)).isTrue();
        assertThat(reads(Service.INTAKE, Role.PLACEMENT_OFFICER)).isFalse();
        assertThat(reads(Service.SCREENING, Role.APPROVER)).isTrue();
        assertThat(reads(Service.SCREENING, Role.PLACEMENT_OFFICER)).isFalse();
        assertThat(reads(Service.PLACEMENT, Role.PLACEMENT_OFFICER)).isTrue();
        assertThat(reads(Service.PLACEMENT, Role.INTAKE_OFFICER)).isFalse();
    }

    @Test
    void a_coordinator_is_told_which_call_it_is_and_no_words() {
        for (Service service : Service.values()) {
            Caller coordinator = caller("amira", Role.COORDINATOR);
            assertThat(HeldReaders.mayReadCall(service, HELD, coordinator, Optional.empty()))
                    .isTrue();
            assertThat(reads(service, Role.COORDINATOR)).isFalse();
            Caller line = caller("amira", Role.LINE_OFFICER);
            assertThat(HeldReaders.mayReadCall(service, HELD, line, Optional.empty())).isFalse();
        }
    }

    @Test
    void a_clearance_is_for_who_reads_medical_notes_and_anything_for_who_uploaded_it() {
        String clearance = "persons/1/medical-clearance";
        assertThat(reads(Service.SCREENING, clearance, caller("amira", Role.APPROVER))).isFalse();
        assertThat(reads(Service.SCREENING, clearance, caller("amira", Role.SCREENING_OFFICER)))
                .isTrue();
        assertThat(reads(Service.SCREENING, clearance, caller("rojda", Role.LINE_OFFICER)))
                .isTrue();
    }

    @Test
    void words_that_endanger_somebody_are_for_who_protects() {
        for (String call : new String[] {"kept-apart/2", "non-refoulement", "death"}) {
            String path = "persons/1/" + call;
            assertThat(reads(Service.PLACEMENT, path, caller("hevin", Role.PLACEMENT_OFFICER)))
                    .isFalse();
            assertThat(reads(Service.PLACEMENT, path, caller("elif", Role.REVIEWER))).isTrue();
        }
    }

    private static boolean reads(Service service, Role role) {
        return reads(service, "persons/1/x", caller("amira", role));
    }

    private static boolean reads(Service service, String path, Caller who) {
        Item item =
                new Item(
                        new UUID(0, 9),
                        "tablet-1",
                        1L,
                        null,
                        null,
                        "POST",
                        path,
                        null,
                        null,
                        JsonNodeFactory.instance.objectNode());
        return HeldReaders.mayReadBody(service, HELD, item, who, Optional.empty());
    }

    private static Caller caller(String subject, Role role) {
        return new Caller(Actor.human(subject), Set.of(role), Set.of("op"), null);
    }
}
