package org.orangeline.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.events.TextClass;
import org.orangeline.events.TextClasses;
import org.orangeline.events.model.DepartureKind;
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
        for (String call :
                new String[] {
                    "kept-apart/2",
                    "kept-apart/2/lifting",
                    "non-refoulement",
                    "death",
                    "overrides",
                    "overrides/2/revocation"
                }) {
            String path = "persons/1/" + call;
            assertThat(reads(Service.PLACEMENT, path, caller("hevin", Role.PLACEMENT_OFFICER)))
                    .isFalse();
            assertThat(reads(Service.PLACEMENT, path, caller("elif", Role.REVIEWER))).isTrue();
        }
    }

    @Test
    void who_reads_what_is_held_follows_the_table_of_words() {
        assertThat(
                        HeldReaders.WORDS.values().stream()
                                .flatMap(Set::stream)
                                .collect(Collectors.toSet()))
                .as("each field of the class PROTECTION has the call that brings it")
                .isEqualTo(
                        TextClasses.all().entrySet().stream()
                                .filter(field -> field.getValue() == TextClass.PROTECTION)
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toSet()));
    }

    @Test
    void P9_how_somebody_was_taken_away_is_for_who_protects_and_an_ordinary_departure_is_not() {
        Caller intake = caller("amira", Role.INTAKE_OFFICER);
        Item taken = item("persons/1/departure", DepartureKind.TAKEN_AWAY);
        Item free = item("persons/1/departure", DepartureKind.WITH_FAMILY);
        assertThat(reads(Service.INTAKE, taken, intake)).isFalse();
        assertThat(reads(Service.INTAKE, free, intake)).isTrue();
    }

    private static boolean reads(Service service, Role role) {
        return reads(service, "persons/1/x", caller("amira", role));
    }

    private static boolean reads(Service service, String path, Caller who) {
        return reads(service, item(path, null), who);
    }

    private static boolean reads(Service service, Item item, Caller who) {
        return HeldReaders.mayReadBody(service, HELD, item, who, Optional.empty());
    }

    private static Item item(String path, @Nullable DepartureKind kind) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (kind != null) {
            body.put("kind", kind.name());
        }
        return new Item(new UUID(0, 9), "tablet-1", 1L, null, null, "POST", path, null, null, body);
    }

    private static Caller caller(String subject, Role role) {
        return new Caller(Actor.human(subject), Set.of(role), Set.of("op"), null);
    }
}
