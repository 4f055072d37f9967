package org.orangeline.kit.batch;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.orangeline.events.Service;
import org.orangeline.kit.rest.Caller;
import org.orangeline.kit.rest.Confidentials;
import org.orangeline.kit.rest.Role;

/** Who is shown what of an item that is held: no more than of what is recorded. */
final class HeldReaders {

    private static final String CLEARANCE = "/medical-clearance";

    /** Steps of the paths of calls that bring words of the class PROTECTION. */
    private static final Set<String> PROTECTION =
            Set.of(
                    "kept-apart",
                    "non-refoulement",
                    "death",
                    "missing",
                    "found",
                    "removal",
                    "verification",
                    "age-assessments");

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

    // As TextClasses says of the events that these calls become.
    private static boolean isOfProtection(Item item) {
        return Stream.of(item.path().split("/")).anyMatch(PROTECTION::contains);
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
