package org.orangeline.kit.batch;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.orangeline.events.Service;
import org.orangeline.events.TextClass;
import org.orangeline.events.TextClasses;
import org.orangeline.kit.rest.Caller;
import org.orangeline.kit.rest.Confidentials;
import org.orangeline.kit.rest.Role;

/** Who is shown what of an item that is held: no more than of what is recorded. */
final class HeldReaders {

    private static final String CLEARANCE = "/medical-clearance";

    /**
     * The words of the class PROTECTION that calls bring, as event and field. A call is named by
     * the first step of its path and any later one.
     */
    static final Map<String, Set<String>> WORDS =
            Map.ofEntries(
                    brings(
                            "persons/kept-apart",
                            "KeepApartDeclared/reason",
                            "KeepApartLifted/reason"),
                    brings(
                            "persons/non-refoulement",
                            "NonRefoulementAssessed/reason",
                            "NonRefoulementAssessed/said"),
                    brings("persons/death", "PersonDied/circumstances"),
                    brings("placements/death", "DiedInCustody/circumstances"),
                    brings("placements/missing", "PersonMissing/note"),
                    brings("placements/found", "PersonFound/note"),
                    brings(
                            "persons/removal",
                            "FamilyUnlinkRequested/reason",
                            "FamilyUnlinked/reason"),
                    brings("persons/verification", "CarerVerified/reason"),
                    brings("persons/age-assessments", "AgeAssessmentRequested/reason"),
                    brings("persons/departure", "PersonLeft/reason"),
                    brings(
                            "persons/overrides",
                            "OverrideRequested/reason",
                            "OverrideRevoked/reason"));

    private HeldReaders() {}

    /** Whether it is told which call it is: ids, no words. A coordinator has to decide about it. */
    static boolean mayReadCall(Service service, HeldItem held, Caller who, Optional<String> why) {
        return who.has(Role.COORDINATOR)
                || isUploader(held, who)
                || mayReadWordsOf(service, who, why);
    }

    /**
     * Whether all that was uploaded is shown.
     *
     * @param why the {@code Purpose} header
     */
    static boolean mayReadBody(
            Service service, HeldItem held, Item item, Caller who, Optional<String> why) {
        return isUploader(held, who)
                || (mayReadWordsOf(service, who, why)
                        && (!item.path().endsWith(CLEARANCE)
                                || Confidentials.mayReadMedicalNotes(who))
                        && (!isOfProtection(item) || Confidentials.mayReadProtection(who)));
    }

    /** Whether only the uploader and those who protect people may know which call it is. */
    static boolean isHidden(Item item) {
        return item.path().endsWith("/sensitive-needs");
    }

    /** Whether somebody may know of a call that is hidden. */
    static boolean mayKnowOfHidden(HeldItem held, Caller who, Optional<String> why) {
        return isUploader(held, who) || Confidentials.mayRead(TextClass.SENSITIVE, who, why);
    }

    private static boolean isOfProtection(Item item) {
        String[] steps = item.path().split("/");
        return Stream.of(steps)
                .flatMap(step -> WORDS.getOrDefault(steps[0] + "/" + step, Set.of()).stream())
                .map(field -> field.split("/", 2))
                .anyMatch(field ->
                        TextClasses.of(field[0], "/" + field[1], item.body())
                                == TextClass.PROTECTION);
    }

    private static Map.Entry<String, Set<String>> brings(String call, String... words) {
        return Map.entry(call, Set.of(words));
    }

    // Who reads what the service's calls bring, once it is recorded.
    private static boolean mayReadWordsOf(Service service, Caller who, Optional<String> why) {
        return switch (service) {
            case INTAKE -> Confidentials.mayReadIdentity(who, why);
            case SCREENING ->
                    Confidentials.mayReadStatements(who) && Confidentials.mayReadAnswers(who);
            case PLACEMENT -> Confidentials.mayReadStatements(who);
        };
    }

    private static boolean isUploader(HeldItem held, Caller who) {
        return who.actor().isHuman() == held.human() && who.actor().id().equals(held.subject());
    }
}
