package org.orangeline.intake.operations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.events.model.ComingTogether;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.arrival.RegistrationNumber;
import org.orangeline.intake.conflicts.Conflicts;
import org.orangeline.intake.devices.Enrolments;
import org.orangeline.intake.duplicates.Duplicate;
import org.orangeline.intake.duplicates.Merges;
import org.orangeline.intake.emergency.EmergencyAccesses;
import org.orangeline.intake.erasure.Erasures;
import org.orangeline.intake.families.Families;
import org.orangeline.intake.families.Stated;
import org.orangeline.intake.numbers.NumberBlocks;
import org.orangeline.intake.preregistration.PreRegistration;
import org.orangeline.intake.property.Receipt;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * One operation with its persons.
 *
 * @param plans who waits where, now and before
 * @param legalProfile the limits that count now
 * @param profileRequests other limits that wait for a second human, by change id
 * @param lastCount the highest count of a registration number that was given or leased
 * @param persons by person id
 * @param identified ids of persons in the order in which their identity was given or changed, once
 *     for each time: who compares names goes on from where it was
 * @param duplicates pairs that were raised, by {@link Duplicate#key}
 * @param receipts by receipt id
 * @param receiptsOf ids of a person's receipts, oldest first
 * @param preRegistrations groups that were counted, by id
 * @param registered ids of the persons whose arrival named a group, also one that nobody counted
 * @param numberBlocks numbers that tablets may give
 * @param erasures identities that are gone for good, or may be
 * @param conflicts corrections that contradict each other
 * @param emergencies who read an identity in an emergency
 * @param devices tablets that may enrol, have, or are trusted no more
 */
public record OperationState(
        OperationOpened opened,
        Plans plans,
        LegalProfile legalProfile,
        PMap<String, ProfileRequest> profileRequests,
        long lastCount,
        PMap<String, Person> persons,
        PVector<String> identified,
        Families families,
        Merges merges,
        PMap<String, Duplicate> duplicates,
        PMap<String, Receipt> receipts,
        PMap<String, PVector<String>> receiptsOf,
        PMap<String, PreRegistration> preRegistrations,
        PMap<String, PVector<String>> registered,
        Erasures erasures,
        NumberBlocks numberBlocks,
        Conflicts conflicts,
        EmergencyAccesses emergencies,
        Enrolments devices) {

    public static OperationState open(OperationOpened event) {
        return new OperationState(
                event,
                Plans.of(event.plan()),
                event.legalProfile(),
                ChampMap.empty(),
                0,
                ChampMap.empty(),
                TreePVector.empty(),
                Families.NONE,
                Merges.NONE,
                ChampMap.empty(),
                ChampMap.empty(),
                ChampMap.empty(),
                ChampMap.empty(),
                ChampMap.empty(),
                Erasures.NONE,
                NumberBlocks.NONE,
                Conflicts.NONE,
                EmergencyAccesses.NONE,
                Enrolments.NONE);
    }

    /** The day of a moment where the operation is, for births and estimates. */
    public LocalDate day(Instant moment) {
        return opened.day(moment);
    }

    /**
     * @param tablet which told the arrival; null where none was named
     * @param by who registered the person
     */
    public OperationState withArrival(Person person, @Nullable String tablet, String by) {
        FamilyTie tie = person.family();
        @Nullable ComingTogether onArrival =
                tie == null
                        ? null
                        : new ComingTogether(
                                tie,
                                person.arrivedAt(),
                                tablet,
                                person.recordedAt(),
                                person.version());
        OperationChange change =
                numbered(person)
                        .person(person)
                        .families(
                                families.moved(
                                        person.personId(),
                                        null,
                                        person.family(),
                                        new Stated(by, onArrival),
                                        tablet));
        if (person.identity() != null) {
            change.identified(person.id());
        }
        if (person.preRegistration() != null) {
            change.registered(person.preRegistration(), person.id());
        }
        return change.made();
    }

    // A number out of a block was counted when the block was leased.
    private OperationChange numbered(Person person) {
        long count = RegistrationNumber.count(person.registrationNumber());
        return count > lastCount
                ? change().lastCount(count)
                : change().numberBlocks(numberBlocks.use(count));
    }

    /** The number of the next person. */
    public String nextNumber() {
        return RegistrationNumber.of(opened.numberPrefix(), lastCount + 1);
    }

    public Optional<Person> person(UUID id) {
        return Optional.ofNullable(persons.get(id.toString()));
    }

    /**
     * @throws IllegalStateException when there is no such person: an event about nobody
     */
    public Person require(UUID id) {
        return person(id).orElseThrow(() -> new IllegalStateException("an event about nobody"));
    }

    public Optional<Duplicate> duplicate(UUID one, UUID other) {
        return Optional.ofNullable(duplicates.get(Duplicate.key(one, other)));
    }

    public Optional<Receipt> receipt(UUID id) {
        return Optional.ofNullable(receipts.get(id.toString()));
    }

    /** The receipts of a registration, oldest first. */
    public List<Receipt> receiptsOf(String person) {
        return receiptsOf.getOrDefault(person, TreePVector.empty()).stream()
                .map(receipts::get)
                .toList();
    }

    public Optional<PreRegistration> preRegistration(UUID groupId) {
        return Optional.ofNullable(preRegistrations.get(groupId.toString()));
    }

    /** The persons whose arrival named a group, in the order of their registration. */
    public List<String> registeredOf(UUID groupId) {
        return registered.getOrDefault(groupId.toString(), TreePVector.empty());
    }

    /** The same as people: who was registered twice is one, by the registration in use. */
    public List<String> peopleOf(UUID groupId) {
        return registeredOf(groupId).stream().map(merges::inUse).distinct().toList();
    }

    /** Whether a registration went into another one. */
    public boolean isMergedAway(@Nullable UUID id) {
        return id != null && merges.isMergedAway(id.toString());
    }

    public OperationChange change() {
        return new OperationChange(this);
    }
}
