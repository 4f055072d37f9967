package org.orangeline.intake.families;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Refusal;

/**
 * Which group a told id means. Tablets count their families by themselves, so two say {@code f-1}
 * of strangers: a group belongs to the tablet that named it first, or to the officer where there
 * was no tablet. The same id told by somebody else is another group, recorded as {@code
 * tablet-7:f-1}; officers without a tablet go on with the groups of a program. A human joins
 * families of two tablets by the recorded id in a correction, or by {@code tablet-3:f-1} anywhere.
 * Groups of before stay as they were recorded.
 */
public final class GroupIds {

    /** What is told as a group's id: a slug, or one with the code of its owner. */
    public static final String PATTERN =
            "[A-Za-z0-9][A-Za-z0-9._-]{0,63}(:[A-Za-z0-9][A-Za-z0-9._-]{0,63})?";

    private static final String OF = ":";

    /** Of a hash of an officer, whose id is nobody's business where families are shown. */
    private static final int CODE_BYTES = 5;

    private GroupIds() {}

    /** Who owns a group that is told first by this caller. */
    static String owner(@Nullable String tablet, String actor) {
        return tablet == null ? actor : tablet;
    }

    /**
     * The tie as it is recorded.
     *
     * @param tablet which kept it; null for none
     */
    public static @Nullable FamilyTie ofArrival(
            @Nullable FamilyTie told, @Nullable String tablet, Families families, Actor actor) {
        if (told == null) {
            return null;
        }
        int of = told.groupId().indexOf(OF);
        if (of >= 0) {
            String bare = told.groupId().substring(of + 1);
            boolean isFirst = told.groupId().substring(0, of).equals(code(families.owner(bare)));
            return isFirst && !families.isKnown(told.groupId()) ? named(told, bare) : told;
        }
        String owner = owner(tablet, actor.text());
        String apart = code(owner) + OF + told.groupId();
        String first = families.owner(told.groupId());
        // Before tablets had groups of their own, a tablet's were those of the officer who uploads.
        boolean isOwn =
                first == null
                        || first.equals(owner)
                        || first.equals(actor.text())
                        || isLed(first, tablet, actor);
        return families.isKnown(apart) || !isOwn ? named(told, apart) : told;
    }

    /**
     * The same of a correction. A human who is at no tablet reads ids as they are recorded, and so
     * joins a group by its id. The group that the person is in already is no other one.
     *
     * @param has the tie that is recorded; null for none
     */
    public static @Nullable FamilyTie ofCorrection(
            @Nullable FamilyTie told,
            @Nullable FamilyTie has,
            @Nullable String tablet,
            Families families,
            Actor actor) {
        if (told != null && isOf(has, told)) {
            return told;
        }
        boolean joins =
                told != null
                        && tablet == null
                        && actor.isHuman()
                        && families.isKnown(told.groupId());
        return joins ? told : ofArrival(told, tablet, families, actor);
    }

    // The group that somebody is in, by its recorded id.
    private static boolean isOf(@Nullable FamilyTie has, FamilyTie told) {
        return has != null && has.groupId().equals(told.groupId());
    }

    /** Why a caller may not tell it: no machine makes relatives of two tablets' families. */
    public static Optional<Refusal> whyNot(
            @Nullable FamilyTie told,
            @Nullable FamilyTie has,
            @Nullable String tablet,
            Actor actor) {
        boolean isOfOther =
                told != null
                        && !isOf(has, told)
                        && told.groupId().contains(OF)
                        && !told.groupId().startsWith(code(owner(tablet, actor.text())) + OF);
        return isOfOther && !actor.isHuman()
                ? Optional.of(Refusal.rule("S6", "A named human joins families of two tablets."))
                : Optional.empty();
    }

    // A program that is no tablet's registers for officers, who go on with what it began.
    private static boolean isLed(String first, @Nullable String tablet, Actor actor) {
        return tablet == null && actor.isHuman() && first.contains(OF) && !Actor.wasHuman(first);
    }

    private static FamilyTie named(FamilyTie told, String groupId) {
        return new FamilyTie(groupId, told.role());
    }

    // The text of an actor has a colon, the id of a tablet has none.
    private static @Nullable String code(@Nullable String owner) {
        return owner == null || !owner.contains(OF) ? owner : "officer-" + hash(owner);
    }

    private static String hash(String actor) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(actor.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, CODE_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
