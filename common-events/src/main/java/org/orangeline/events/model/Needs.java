package org.orangeline.events.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The coded list of needs that every operation starts with. */
public final class Needs {

    public static final String WOUNDED = "WOUNDED";
    public static final String MEDICAL_URGENT = "MEDICAL_URGENT";
    public static final String PREGNANT = "PREGNANT";
    public static final String ELDERLY = "ELDERLY";
    public static final String DISABILITY = "DISABILITY";
    public static final String UNACCOMPANIED_CHILD = "UNACCOMPANIED_CHILD";
    public static final String SEPARATED_CHILD = "SEPARATED_CHILD";
    public static final String NURSING = "NURSING";

    /** Of sexual violence or torture. */
    public static final String SURVIVOR = "SURVIVOR";

    public static final String MENTAL_HEALTH = "MENTAL_HEALTH";

    /** What endangers or shames somebody when it is known: sealed, and never listed. */
    public static final Set<String> SENSITIVE = Set.of(SURVIVOR, MENTAL_HEALTH);

    /** What stands on lists and in agreements. */
    private static final Set<String> LISTED =
            Set.of(
                    WOUNDED,
                    MEDICAL_URGENT,
                    PREGNANT,
                    ELDERLY,
                    DISABILITY,
                    UNACCOMPANIED_CHILD,
                    SEPARATED_CHILD,
                    NURSING);

    public static final Set<String> BUILT_IN =
            Stream.concat(LISTED.stream(), SENSITIVE.stream())
                    .collect(Collectors.toUnmodifiableSet());

    private Needs() {}

    /**
     * Those that may be shown. Logs from before sensitive needs were sealed hold them among the
     * others, so whoever reads an event asks here.
     */
    public static List<String> listed(List<String> needs) {
        return needs.stream().noneMatch(SENSITIVE::contains)
                ? needs
                : needs.stream().filter(need -> !SENSITIVE.contains(need)).toList();
    }

    /** Those for the protection role only. */
    public static List<String> sensitive(List<String> needs) {
        return needs.stream().filter(SENSITIVE::contains).toList();
    }
}
