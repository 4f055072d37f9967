package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orangeline.launcher.keys.Role;

/** Many officers want the same thing at once, and one gets it. */
@OnTheSharedSystem
class RacesTest {

    private static final int OFFICERS = 50;

    private final RunningSystem system;

    RacesTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void the_last_free_place_goes_to_one_of_fifty_officers() {
        Emergency emergency = Emergency.opened(system, "last-place");
        emergency.facility("roj", "CAMP", 2);
        List<UUID> people = emergency.arrivedTogether(OFFICERS + 1, People.woman("SYR"));
        people.forEach(emergency::awaitPlaceable);
        String first = emergency.ordered(people.getFirst(), "roj", Orders.SHELTER);

        List<Answer> answers =
                Together.forEach(
                        people.subList(1, people.size()),
                        person ->
                                emergency
                                        .placement()
                                        .send(
                                                emergency
                                                        .order(person, "roj", Orders.SHELTER)
                                                        .token(officer(emergency, person))));

        List<Answer> ordered = answers.stream().filter(one -> one.status() == 201).toList();
        assertThat(ordered).hasSize(1);
        answers.stream()
                .filter(one -> one.status() != 201)
                .forEach(one -> one.expectRule(409, "P1"));
        assertThat(placementsInTheLog(emergency))
                .containsExactly(first, ordered.getFirst().text("placementId"));
        assertThat(emergency.facilityNow("roj").path("reserved").asInt()).isEqualTo(2);
        assertThat(emergency.facilityNow("roj").path("free").asInt()).isZero();
    }

    @Test
    void a_person_is_ordered_to_one_place_when_officers_choose_two() {
        Emergency emergency = Emergency.opened(system, "one-person");
        emergency.facility("roj", "CAMP", 50);
        emergency.facility("al-hol", "CAMP", 50);
        UUID person = emergency.arrived(People.woman("IRQ"));
        emergency.awaitPlaceable(person);

        List<Answer> answers =
                Together.forEach(
                        List.of("roj", "al-hol"),
                        camp ->
                                emergency
                                        .placement()
                                        .send(emergency.order(person, camp, Orders.SHELTER)));

        List<Answer> ordered = answers.stream().filter(one -> one.status() == 201).toList();
        assertThat(ordered).hasSize(1);
        answers.stream()
                .filter(one -> one.status() != 201)
                .forEach(one -> one.expectRule(422, "P2"));
        assertThat(placementsInTheLog(emergency))
                .containsExactly(ordered.getFirst().text("placementId"));
    }

    @Test
    void registration_numbers_are_given_once_however_many_tablets_register() {
        Emergency emergency = Emergency.opened(system, "numbers");

        List<Answer> receipts =
                Together.forEach(
                        IntStream.range(0, OFFICERS).mapToObj(i -> UUID.randomUUID()).toList(),
                        person ->
                                emergency
                                        .intake()
                                        .send(emergency.arrival(person, People.man("SYR")))
                                        .expect(201));

        assertThat(receipts.stream().map(one -> one.text("registrationNumber")))
                .doesNotHaveDuplicates();
        assertThat(receipts.stream().map(one -> one.text("sequence"))).doesNotHaveDuplicates();
    }

    private static String officer(Emergency emergency, UUID person) {
        return emergency.officers().officer("Officer of " + person, Role.PLACEMENT_OFFICER);
    }

    private static List<String> placementsInTheLog(Emergency emergency) {
        return emergency.system().log().records("PlacementOrdered").stream()
                .filter(found ->
                        LogReading.header(found, "ce_operation").equals(emergency.operation()))
                .map(found -> LogReading.value(found).path("placementId").asText())
                .toList();
    }
}
