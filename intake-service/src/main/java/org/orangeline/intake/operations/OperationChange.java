package org.orangeline.intake.operations;

import java.util.UUID;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.conflicts.Conflicts;
import org.orangeline.intake.devices.Enrolments;
import org.orangeline.intake.duplicates.Duplicate;
import org.orangeline.intake.duplicates.Merges;
import org.orangeline.intake.emergency.EmergencyAccesses;
import org.orangeline.intake.erasure.Erasures;
import org.orangeline.intake.families.Families;
import org.orangeline.intake.numbers.NumberBlocks;
import org.orangeline.intake.preregistration.PreRegistration;
import org.orangeline.intake.property.Receipt;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** What an event makes of an operation, part by part; the operation itself never changes. */
public final class OperationChange {

    private final OperationState before;
    private Plans plans;
    private LegalProfile legalProfile;
    private PMap<String, ProfileRequest> profileRequests;
    private long lastCount;
    private PMap<String, Person> persons;
    private PVector<String> identified;
    private Families families;
    private Merges merges;
    private PMap<String, Duplicate> duplicates;
    private PMap<String, Receipt> receipts;
    private PMap<String, PVector<String>> receiptsOf;
    private PMap<String, PreRegistration> preRegistrations;
    private PMap<String, PVector<String>> registered;
    private Erasures erasures;
    private NumberBlocks numberBlocks;
    private Conflicts conflicts;
    private EmergencyAccesses emergencies;
    private Enrolments devices;

    OperationChange(OperationState before) {
        this.before = before;
        this.plans = before.plans();
        this.legalProfile = before.legalProfile();
        this.profileRequests = before.profileRequests();
        this.lastCount = before.lastCount();
        this.persons = before.persons();
        this.identified = before.identified();
        this.families = before.families();
        this.merges = before.merges();
        this.duplicates = before.duplicates();
        this.receipts = before.receipts();
        this.receiptsOf = before.receiptsOf();
        this.preRegistrations = before.preRegistrations();
        this.registered = before.registered();
        this.erasures = before.erasures();
        this.numberBlocks = before.numberBlocks();
        this.conflicts = before.conflicts();
        this.emergencies = before.emergencies();
        this.devices = before.devices();
    }

    public OperationChange plan(GroupingPlan now) {
        plans = plans.and(now);
        return this;
    }

    /** What was asked for before was asked for with other limits in mind. */
    public OperationChange legalProfile(LegalProfile now) {
        legalProfile = now;
        profileRequests = ChampMap.empty();
        return this;
    }

    public OperationChange profileRequest(ProfileRequest request) {
        profileRequests = profileRequests.plus(request.changeId().toString(), request);
        return this;
    }

    public OperationChange lastCount(long now) {
        lastCount = now;
        return this;
    }

    public OperationChange person(Person now) {
        persons = persons.plus(now.id(), now);
        return this;
    }

    public OperationChange identified(String person) {
        identified = identified.plus(person);
        return this;
    }

    public OperationChange families(Families now) {
        families = now;
        return this;
    }

    public OperationChange merges(Merges now) {
        merges = now;
        return this;
    }

    public OperationChange duplicate(Duplicate now) {
        duplicates = duplicates.plus(Duplicate.key(now.personId(), now.otherId()), now);
        return this;
    }

    /** A receipt, new or changed. */
    public OperationChange receipt(Receipt now) {
        String id = now.receiptId().toString();
        String person = now.personId().toString();
        if (!receipts.containsKey(id)) {
            receiptsOf = receiptsOf.plus(person, list(receiptsOf, person).plus(id));
        }
        receipts = receipts.plus(id, now);
        return this;
    }

    public OperationChange preRegistration(PreRegistration now) {
        preRegistrations = preRegistrations.plus(now.groupId().toString(), now);
        return this;
    }

    public OperationChange numberBlocks(NumberBlocks now) {
        numberBlocks = now;
        return this;
    }

    public OperationChange conflicts(Conflicts now) {
        conflicts = now;
        return this;
    }

    public OperationChange emergencies(EmergencyAccesses now) {
        emergencies = now;
        return this;
    }

    public OperationChange devices(Enrolments now) {
        devices = now;
        return this;
    }

    public OperationChange erasures(Erasures now) {
        erasures = now;
        return this;
    }

    OperationChange registered(UUID groupId, String person) {
        String group = groupId.toString();
        registered = registered.plus(group, list(registered, group).plus(person));
        return this;
    }

    public OperationState made() {
        return new OperationState(
                before.opened(),
                plans,
                legalProfile,
                profileRequests,
                lastCount,
                persons,
                identified,
                families,
                merges,
                duplicates,
                receipts,
                receiptsOf,
                preRegistrations,
                registered,
                erasures,
                numberBlocks,
                conflicts,
                emergencies,
                devices);
    }

    private static PVector<String> list(PMap<String, PVector<String>> lists, String key) {
        return lists.getOrDefault(key, TreePVector.empty());
    }
}
