package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Fills in the form that an officer sends for a person. */
final class Arrivals {
    private static final List<String> RECEPTION_POINTS = List.of("east-ridge", "wadi", "road-post");

    private final RandomGenerator random;
    private final InstantSource clock;

    Arrivals(RandomGenerator random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    /** A person who comes alone. */
    Refugee person(
            Nation nation, boolean female, Ages age, @Nullable String role, List<String> needs) {
        return person(nation, female, age, role, needs, nation.names().family(random));
    }

    /** A member of a family. */
    Refugee member(
            Exodus.Family family,
            Nation nation,
            boolean female,
            Ages age,
            String role,
            List<String> needs) {
        Refugee member = person(nation, female, age, role, needs, family.name());
        // Who comes together comes to one place.
        member.arrival()
                .put(
                        "receptionPoint",
                        RECEPTION_POINTS.get(
                                Math.floorMod(
                                        family.groupId().hashCode(), RECEPTION_POINTS.size())));
        member.arrival().putObject("family").put("groupId", family.groupId()).put("role", role);
        return member;
    }

    /** An id that a tablet makes for a family. */
    String groupId() {
        return uuid();
    }

    private Refugee person(
            Nation nation,
            boolean female,
            Ages age,
            @Nullable String role,
            List<String> needs,
            String familyName) {
        ObjectNode form = Api.JSON.createObjectNode();
        String id = uuid();
        form.put("personId", id);
        form.put("receptionPoint", any(RECEPTION_POINTS));
        form.put("arrivedAt", clock.instant().toString());
        form.put("sex", female ? "FEMALE" : "MALE");
        form.set("age", age.json());
        form.putArray("nationalities")
                .addObject()
                .put("country", nation.code())
                .put("basis", random.nextInt(10) < 7 ? "CLAIMED" : "DOCUMENT");
        needs.forEach(form.putArray("needs")::add);
        identity(form, nation, female, familyName);
        return new Refugee(id, nation, female, age.min(), age.max(), role, needs, form);
    }

    private void identity(ObjectNode form, Nation nation, boolean female, String familyName) {
        Names names = nation.names();
        ObjectNode identity = form.putObject("identity");
        identity.putArray("names")
                .addObject()
                .put("value", names.given(female, random) + " " + familyName)
                .put("script", names.script());
        if (random.nextInt(3) > 0) {
            identity.put("fatherName", names.given(false, random));
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String uuid() {
        return Ids.next(clock, random);
    }
}
