package org.orangeline.events.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;

/**
 * What is said of a person's age. Every saying protects until a human has settled which one counts.
 *
 * @param standing as registered or last corrected
 * @param disputed what others said instead, oldest first
 */
public record Ages(Age standing, List<Disputed> disputed) {

    public Ages {
        disputed = List.copyOf(disputed);
    }

    public static Ages of(Age age) {
        return new Ages(age, List.of());
    }

    /**
     * An age beside the one that stands.
     *
     * @param byProgram whether a program said so, and no human
     */
    public record Disputed(UUID conflictId, Age age, boolean byProgram) {

        /** Said by a human. */
        public Disputed(UUID conflictId, Age age) {
            this(conflictId, age, false);
        }
    }

    /** A corrected age; null leaves it as it stands. */
    public Ages corrected(@Nullable Age age) {
        return age == null ? this : new Ages(age, disputed);
    }

    /** Somebody corrected the age otherwise; the same when the conflict is about another field. */
    public Ages disputed(FieldConflictFound event) {
        return disputed(event, false);
    }

    /**
     * The same.
     *
     * @param byProgram whether a program did, and no human
     */
    public Ages disputed(FieldConflictFound event, boolean byProgram) {
        if (event.age() == null) {
            return this;
        }
        var now = new ArrayList<>(disputed);
        now.add(new Disputed(event.conflictId(), event.age(), byProgram));
        return new Ages(standing, now);
    }

    /** A human settled a conflict; the same when it was about another field. */
    public Ages settled(FieldConflictSettled event) {
        List<Disputed> left =
                disputed.stream()
                        .filter(other -> !other.conflictId().equals(event.conflictId()))
                        .toList();
        return left.size() == disputed.size() ? this : new Ages(standing, left);
    }

    /**
     * With what another registration of the same person says: as if it were disputed.
     *
     * @param registration the other one, which names what it says
     */
    public Ages beside(UUID registration, Ages other) {
        var all = new ArrayList<>(disputed);
        all.add(new Disputed(registration, other.standing));
        all.addAll(other.disputed);
        return new Ages(standing, all);
    }

    /**
     * Whether an act can have been the person's, by anything that is said; see {@link Age#fits}.
     */
    public boolean fit(@Nullable PartialDate on, @Nullable Integer ageThen, LocalDate today) {
        return standing.fits(on, ageThen, today)
                || disputed.stream().anyMatch(other -> other.age().fits(on, ageThen, today));
    }

    /** A child, or in doubt, by anything that is said. */
    public boolean isChildOrInDoubt(LocalDate on) {
        return standing.isChildOrInDoubt(on)
                || disputed.stream().anyMatch(other -> other.age().isChildOrInDoubt(on));
    }

    /**
     * A child by the age that stands and by everything that humans say, and in no doubt by any of
     * it: a program's word raises none.
     */
    public boolean isSurelyChild(LocalDate on) {
        return saidByHumans().allMatch(age -> age.isChildOrInDoubt(on) && !age.isInDoubt(on));
    }

    /** The first day on which everything that is said makes an adult. */
    public LocalDate adultFrom() {
        return Stream.concat(Stream.of(standing), disputed.stream().map(Disputed::age))
                .map(Age::adultFrom)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The lowest age that is possible on a day, by anything that is said, in completed years. */
    public long atLeast(LocalDate on) {
        return Stream.concat(Stream.of(standing), disputed.stream().map(Disputed::age))
                .mapToLong(age -> age.atLeast(on))
                .min()
                .orElseThrow();
    }

    /** The highest age that is possible on a day, by anything that is said, in completed years. */
    public long atMost(LocalDate on) {
        return Stream.concat(Stream.of(standing), disputed.stream().map(Disputed::age))
                .mapToLong(age -> age.atMost(on))
                .max()
                .orElseThrow();
    }

    private Stream<Age> saidByHumans() {
        return Stream.concat(
                Stream.of(standing),
                disputed.stream().filter(other -> !other.byProgram()).map(Disputed::age));
    }

    /** The first day from which somebody is not {@link #isSurelyChild surely a child}. */
    public LocalDate maybeAdultFrom() {
        return saidByHumans().map(Age::maybeAdultFrom).min(LocalDate::compareTo).orElseThrow();
    }

    /** May be a child and may be none: by the age that stands, or because others disagree. */
    public boolean isInDoubt(LocalDate on) {
        boolean child = standing.isChildOrInDoubt(on);
        return standing.isInDoubt(on)
                || disputed.stream().anyMatch(other -> other.age().isChildOrInDoubt(on) != child);
    }
}
