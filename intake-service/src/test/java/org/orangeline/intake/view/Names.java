package org.orangeline.intake.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.Name;
import org.orangeline.events.model.Sex;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;

/** Persons and operations to look for names in. */
final class Names {

    static final LocalDate TODAY = LocalDate.parse("2019-03-01");

    private Names() {}

    static Person person(int id, Sex sex, Age age, Identity identity) {
        return new Person(
                new UUID(0x7000, id),
                String.format("BGZ-%06d-0", id),
                "east",
                Instant.EPOCH,
                Instant.EPOCH,
                sex,
                age,
                List.of(),
                List.of(),
                null,
                Confidential.of(identity),
                id,
                new UUID(0x8000, id),
                null,
                null,
                null,
                null,
                null);
    }

    static Person person(int id, String name) {
        return person(id, Sex.MALE, Age.between(30, 40, TODAY), identity(name, null));
    }

    static Identity identity(String name, @Nullable String fatherName, String... documents) {
        return new Identity(
                List.of(new Name(name, null)),
                List.of(),
                fatherName,
                null,
                null,
                List.of(documents),
                List.of());
    }

    static OperationState operation(List<Person> persons) {
        OperationState state =
                OperationState.open(
                        new OperationOpened(
                                "baghuz-2019",
                                "Baghuz 2019",
                                "BGZ",
                                BuiltIn.plan(BuiltIn.DEFAULT_PLAN).orElseThrow(),
                                BuiltIn.legalProfile(BuiltIn.DEFAULT_LEGAL_PROFILE).orElseThrow()));
        for (Person person : persons) {
            state = state.withArrival(person, null, "human:officer");
        }
        return state;
    }

    static NameIndex index() {
        return new NameIndex(sealed -> java.util.Optional.empty());
    }
}
