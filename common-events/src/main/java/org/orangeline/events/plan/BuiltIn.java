package org.orangeline.events.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.orangeline.events.EventCodec;

/**
 * The grouping plans and legal profiles that are packed with the software. They are what an
 * operation starts with; the event that opened it carries a copy, so that a later edit of these
 * files changes no operation that is open.
 */
public final class BuiltIn {

    /** The plan of an operation that names none. */
    public static final String DEFAULT_PLAN = "baghuz-2019";

    /** The profile of an operation that names none. */
    public static final String DEFAULT_LEGAL_PROFILE = "gc-1949";

    // Known ids only: an id comes from a request and must never become a path.
    private static final Map<String, GroupingPlan> PLANS =
            Map.of(DEFAULT_PLAN, load("/plans/", DEFAULT_PLAN, GroupingPlan.class));

    private static final Map<String, LegalProfile> LEGAL_PROFILES =
            Map.of(
                    DEFAULT_LEGAL_PROFILE,
                    load("/legal-profiles/", DEFAULT_LEGAL_PROFILE, LegalProfile.class));

    private BuiltIn() {}

    public static Optional<GroupingPlan> plan(String id) {
        return Optional.ofNullable(PLANS.get(id));
    }

    public static Optional<LegalProfile> legalProfile(String id) {
        return Optional.ofNullable(LEGAL_PROFILES.get(id));
    }

    private static <T> T load(String folder, String id, Class<T> type) {
        String resource = folder + id + ".json";
        try (InputStream json = BuiltIn.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return EventCodec.read(json.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
