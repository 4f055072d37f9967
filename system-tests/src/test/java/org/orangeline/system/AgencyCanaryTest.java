package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.agreement.Contract;
import org.orangeline.agreement.Contracts;
import org.orangeline.agreement.Kind;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.TextClasses;
import org.orangeline.events.model.Needs;
import org.orangeline.launcher.keys.Role;

/** An agency that is told everything that an agreement can name is told no name and no number. */
class AgencyCanaryTest {

    private static final String NAME = "Papageienvogelina";
    private static final String DOCUMENT = "XK-77310945-PPG";
    private static final String OPERATION = "told-1";

    @TempDir Path folder;

    @Test
    void neither_name_nor_document_is_in_a_feed_a_topic_a_file_or_an_export_without_right()
            throws Exception {
        try (RunningSystem system = RunningSystem.prepare(folder.resolve("var"), 1)) {
            AgreementForm.put(system, everything());
            system.stack().startBroker();
            Emergency emergency = Emergency.opened(system.startServices(), "told");
            assertThat(emergency.operation()).isEqualTo(OPERATION);
            system.startGateway();
            UUID man = everythingHappens(emergency);

            Agency agency = new Agency(system, "everything");
            Eventually.holds(
                    "the agency is told of the end of it",
                    () -> agency.readAll(500).names().contains("ReleasedFromDetention"));
            assertThat(agency.names())
                    .contains(
                            "PersonArrived",
                            "PersonDetailsCorrected",
                            "FieldConflictFound",
                            "ScreeningConcluded",
                            "PlacedInDetention");
            Path told = Files.writeString(folder.resolve("told"), agency.events().toString());
            List<String> stream = new Agency(system, "everything").stream(data -> data.size() > 9);
            assertThat(agency.events() + stream.toString())
                    .as("what somebody survived")
                    .doesNotContain(Needs.SURVIVOR, "SensitiveNeeds");
            Path streamed = Files.writeString(folder.resolve("streamed"), stream.toString());
            String line = emergency.officers().line();
            for (String list : List.of("persons/" + man + "/history", "conflicts", "duplicates")) {
                String export =
                        emergency
                                .intake()
                                .settle(emergency.call("GET", list).token(line))
                                .expect(200)
                                .body();
                assertHolds(false, Files.writeString(folder.resolve("export"), export));
            }
            assertHolds(false, told);
            assertHolds(false, streamed);
            assertHolds(
                    false,
                    Files.writeString(
                            folder.resolve("metrics"),
                            system.gateway().send(Call.get("q/metrics")).body()));
            for (Path file : CanaryTest.files(system.stack().settings().data())) {
                assertHolds(false, file);
            }
            // The same search finds it where it is told to those entitled.
            Path entitled =
                    Files.writeString(
                            folder.resolve("entitled"),
                            emergency
                                    .intake()
                                    .settle(
                                            emergency
                                                    .call("GET", "persons/" + man + "/history")
                                                    .token(emergency.officers().intake()))
                                    .expect(200)
                                    .body());
            assertHolds(true, entitled);
        }
    }

    private static void assertHolds(boolean expected, Path file) {
        for (String planted : List.of(NAME, DOCUMENT)) {
            assertThat(CanaryTest.holds(file, planted)).as(file.toString()).isEqualTo(expected);
        }
    }

    private static UUID everythingHappens(Emergency emergency) {
        ObjectNode form = People.named(People.man("SYR"), NAME);
        form.putArray("needs").add(Needs.SURVIVOR);
        ((ArrayNode) form.withObject("identity").withArray("documents")).add(DOCUMENT);
        UUID man = emergency.arrived(form);
        Answer unused =
                emergency.corrected(man, "{\"needs\":[\"WOUNDED\"],\"reason\":\"he said so\"}");
        for (int i = 0; i < 2; i++) {
            String other = emergency.officers().officer("Officer " + i, Role.INTAKE_OFFICER);
            unused =
                    emergency
                            .intake()
                            .settle(
                                    emergency
                                            .call("PATCH", "persons/" + man)
                                            .token(other)
                                            .header("Based-On", "0")
                                            .json(
                                                    "{\"identity\":{\"names\":[{\"value\":\"%s %d\"}],\"documents\":[\"%s\"]},\"reason\":\"spelled\"}"
                                                            .formatted(NAME, i, DOCUMENT)))
                            .expect(200);
        }
        emergency.facility("derik", "PRISON", 2);
        JsonNode found = emergency.concluded(man, "FIGHTER", "DIRECT_PARTICIPATION");
        assertThat(found.isMissingNode()).isFalse();
        String placement = emergency.ordered(man, "derik", Orders.CUSTODY);
        unused = emergency.placement().settle(emergency.admission(placement, "{}")).expect(201);
        unused =
                emergency
                        .placement()
                        .settle(
                                emergency.onPlacement(
                                        placement,
                                        "release",
                                        "{\"kind\":\"OWN_WAY\",\"reason\":\""
                                                + NAME
                                                + " "
                                                + DOCUMENT
                                                + "\"}"))
                        .expect(201);
        return man;
    }

    /** Everything that an agreement can name. */
    private static ObjectNode everything() {
        ObjectNode agreement = AgreementForm.of("everything", OPERATION);
        agreement
                .put("times", "EXACT")
                .put("groups", true)
                .put("registrationNumbers", true)
                .put("facilityCodes", true);
        ObjectNode events = agreement.putObject("events");
        Contracts contracts = Contracts.load();
        for (EventType type : EventTypes.all()) {
            if (TextClasses.isHidden(type.name())) {
                continue;
            }
            name(events, contracts.of(type.name()).orElseThrow());
        }
        name(events, contracts.of(Contracts.ENTERED).orElseThrow());
        return agreement;
    }

    private static void name(ObjectNode events, Contract contract) {
        ArrayNode fields = events.putArray(contract.event());
        contract.leaves()
                .forEach((pointer, kind) -> {
                    if (kind != Kind.NEVER) {
                        fields.add(pointer);
                    }
                });
    }
}
