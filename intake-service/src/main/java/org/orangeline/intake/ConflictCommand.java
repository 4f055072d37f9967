package org.orangeline.intake;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.FieldConflictSettled.Took;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.PersonField;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.arrival.StatedAge;

/** Corrections that may contradict each other. */
public sealed interface ConflictCommand extends IntakeCommand {

    UUID personId();

    @Override
    default Set<String> subjects() {
        return Set.of(personId().toString());
    }

    /**
     * Corrects what somebody saw some time ago; gives {@code PersonDetailsCorrected} for what
     * nobody else corrected otherwise since, and {@code FieldConflictFound} for each field that
     * somebody did.
     *
     * @param basedOn the version that was seen; 0 for the arrival
     * @param deviceId the tablet that kept it
     */
    record CorrectFromStore(
            String operation,
            UUID personId,
            long basedOn,
            @Nullable String deviceId,
            Correction correction)
            implements ConflictCommand {}

    /**
     * A human says which of two values counts; gives {@code FieldConflictSettled}, and {@code
     * PersonDetailsCorrected} when it is the other one.
     *
     * @param otherIdentity the other value opened, where it is an identity that can be read
     */
    record SettleConflict(
            String operation,
            UUID personId,
            UUID conflictId,
            Took took,
            @Nullable Identity otherIdentity,
            String reason)
            implements ConflictCommand {

        @Override
        public String toString() {
            return "SettleConflict[" + conflictId + "]";
        }
    }

    /**
     * What is to be changed. Null leaves a field as it is.
     *
     * @param needs none that is sensitive: every history shows a correction
     * @param identity the whole of it, as the correction leaves it
     * @param into the identity that it was merged into, which has to stand still; null where there
     *     was none
     */
    record Correction(
            @Nullable Sex sex,
            @Nullable StatedAge age,
            @Nullable List<NationalityClaim> nationalities,
            @Nullable List<String> needs,
            @Nullable FamilyTie family,
            @Nullable Identity identity,
            @Nullable Confidential<Identity> into,
            String reason) {

        /** The same with an identity that was merged into none. */
        public Correction(
                @Nullable Sex sex,
                @Nullable StatedAge age,
                @Nullable List<NationalityClaim> nationalities,
                @Nullable List<String> needs,
                @Nullable FamilyTie family,
                @Nullable Identity identity,
                String reason) {
            this(sex, age, nationalities, needs, family, identity, null, reason);
        }

        /** Whether the person has another identity than that into which this one was merged. */
        public boolean isOfOtherIdentity(@Nullable Confidential<Identity> standing) {
            return into != null && !into.equals(standing);
        }

        /** The same with an identity as it leaves that of the person. */
        public Correction with(Identity merged, @Nullable Confidential<Identity> before) {
            return new Correction(sex, age, nationalities, needs, family, merged, before, reason);
        }

        /** The same with the family as it is recorded. */
        public Correction with(@Nullable FamilyTie recorded) {
            return new Correction(sex, age, nationalities, needs, recorded, identity, into, reason);
        }

        /** The fields that are to be changed. */
        public Set<PersonField> fields() {
            Set<PersonField> fields = EnumSet.noneOf(PersonField.class);
            add(fields, PersonField.SEX, sex);
            add(fields, PersonField.AGE, age);
            add(fields, PersonField.NATIONALITIES, nationalities);
            add(fields, PersonField.NEEDS, needs);
            add(fields, PersonField.FAMILY, family);
            add(fields, PersonField.IDENTITY, identity);
            return fields;
        }

        private static void add(
                Set<PersonField> fields, PersonField field, @Nullable Object value) {
            if (value != null) {
                fields.add(field);
            }
        }

        /** The same without some fields. */
        public Correction without(Set<PersonField> others) {
            Set<PersonField> rest = EnumSet.allOf(PersonField.class);
            rest.removeAll(others);
            return only(rest);
        }

        /** The same for some fields only. */
        public Correction only(Set<PersonField> fields) {
            return new Correction(
                    fields.contains(PersonField.SEX) ? sex : null,
                    fields.contains(PersonField.AGE) ? age : null,
                    fields.contains(PersonField.NATIONALITIES) ? nationalities : null,
                    fields.contains(PersonField.NEEDS) ? needs : null,
                    fields.contains(PersonField.FAMILY) ? family : null,
                    fields.contains(PersonField.IDENTITY) ? identity : null,
                    fields.contains(PersonField.IDENTITY) ? into : null,
                    reason);
        }

        @Override
        public String toString() {
            return "Correction[]";
        }
    }
}
