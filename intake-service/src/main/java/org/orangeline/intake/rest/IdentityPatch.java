package org.orangeline.intake.rest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Identity;
import org.orangeline.intake.rest.ArrivalRequest.IdentityEntry;

/**
 * What a correction says about an identity (RFC 7396): a member that is left out stays as it is,
 * {@code null} takes it away, a list takes the place of the list.
 *
 * @param told null where the correction says nothing about it
 * @param removed names of the members that are null
 */
record IdentityPatch(@Nullable IdentityEntry told, Set<String> removed) {

    private static final String PREFIX = "/identity/";

    IdentityPatch {
        removed = Set.copyOf(removed);
    }

    /**
     * @param nulls what is null in the body, as JSON pointers
     */
    static IdentityPatch of(@Nullable IdentityEntry told, Set<String> nulls) {
        Set<String> removed = new TreeSet<>();
        for (String pointer : nulls) {
            if (pointer.startsWith(PREFIX) && pointer.indexOf('/', PREFIX.length()) < 0) {
                removed.add(pointer.substring(PREFIX.length()));
            }
        }
        return new IdentityPatch(told, removed);
    }

    /** Whether it leaves every identity as it is. */
    boolean changesNothing() {
        return told == null
                || removed.isEmpty()
                        && told.names() == null
                        && told.aliases() == null
                        && told.fatherName() == null
                        && told.motherMaidenName() == null
                        && told.birthPlace() == null
                        && told.documents() == null
                        && told.marks() == null;
    }

    /** The identity afterwards. */
    Identity on(Identity before) {
        if (told == null) {
            return before;
        }
        return new Identity(
                list(
                        "names",
                        told.names() == null ? null : ArrivalMapping.names(told.names()),
                        before.names()),
                list(
                        "aliases",
                        told.aliases() == null ? null : ArrivalMapping.names(told.aliases()),
                        before.aliases()),
                text("fatherName", told.fatherName(), before.fatherName()),
                text("motherMaidenName", told.motherMaidenName(), before.motherMaidenName()),
                text("birthPlace", told.birthPlace(), before.birthPlace()),
                list("documents", told.documents(), before.documents()),
                list("marks", told.marks(), before.marks()));
    }

    private <T> List<T> list(String member, @Nullable List<T> now, List<T> before) {
        if (removed.contains(member)) {
            return List.of();
        }
        return now == null ? before : now;
    }

    private @Nullable String text(String member, @Nullable String now, @Nullable String before) {
        return now == null && !removed.contains(member) ? before : now;
    }

    @Override
    public String toString() {
        return "IdentityPatch[…]";
    }
}
