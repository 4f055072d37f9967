package org.orangeline.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.EventCodec;
import org.orangeline.events.SaidText;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.intake.operations.StatedPlan;
import org.orangeline.kit.rest.ProblemException;

/** Plans and profiles as requests name or spell them. */
final class OperationSettings {

    private static final int LONGEST_TEXT = 200;

    private OperationSettings() {}

    static StatedPlan plan(@Nullable JsonNode given) {
        StatedPlan plan =
                data(
                        "plan",
                        given,
                        BuiltIn.DEFAULT_PLAN,
                        StatedPlan.class,
                        id -> BuiltIn.plan(id).map(StatedPlan::of));
        // Rule L1 refuses a plan for want of a fallback, and says more about it.
        String otherwise = plan.otherwise() == null ? "UNDETERMINED" : plan.otherwise();
        Shapes.PLAN.require(
                "plan", new StatedPlan(plan.id(), plan.groups(), plan.rules(), otherwise));
        return plan;
    }

    static LegalProfile legalProfile(@Nullable JsonNode given) {
        LegalProfile profile =
                data(
                        "legalProfile",
                        given,
                        BuiltIn.DEFAULT_LEGAL_PROFILE,
                        LegalProfile.class,
                        BuiltIn::legalProfile);
        // RFC 3339 knows no fractions in a duration, and what reads the log may hold to it.
        if (profile.limits().anyMatch(limit -> limit.getNano() != 0)) {
            throw ProblemException.field("legalProfile", "has limits in whole seconds");
        }
        if (profile.lineWaitLimit().isZero()) {
            throw ProblemException.field("legalProfile.lineWaitLimit", "must be more than nothing");
        }
        Shapes.LEGAL_PROFILE.require("legalProfile", profile);
        return profile;
    }

    /** A zone of the IANA's list, as it is recorded. */
    static @Nullable String timeZone(@Nullable String given) {
        if (given != null && !ZoneId.getAvailableZoneIds().contains(given)) {
            throw ProblemException.field(
                    "timeZone", "must be of the IANA's list, as Asia/Damascus is");
        }
        return given;
    }

    /** Read from the contracts when a coordinator changes something for the first time. */
    private static final class Shapes {
        static final PublishedShape PLAN = PublishedShape.of("GroupingPlanChanged", "groupingPlan");
        static final PublishedShape LEGAL_PROFILE =
                PublishedShape.of("LegalProfileChanged", "legalProfile");
    }

    private static <T> T data(
            String field,
            @Nullable JsonNode given,
            String otherwise,
            Class<T> type,
            Function<String, Optional<T>> builtIn) {
        if (given == null || given.isNull() || given.isTextual()) {
            return builtIn.apply(given == null || given.isNull() ? otherwise : given.asText())
                    .orElseThrow(() -> ProblemException.field(field, "names no built-in one"));
        }
        requireSaid(field, given);
        try {
            return EventCodec.read(given.toString().getBytes(StandardCharsets.UTF_8), type);
        } catch (UncheckedIOException e) {
            throw ProblemException.field(
                    field, "does not have the shape that the documentation says");
        }
    }

    // Codes, names of lines and durations: none of them is longer.
    private static void requireSaid(String field, JsonNode given) {
        if (given.isTextual()) {
            SaidText.objection(given.textValue(), 1, LONGEST_TEXT, SaidText.Lines.ONE)
                    .ifPresent(why -> {
                        throw ProblemException.field(field, why);
                    });
        }
        given.properties()
                .forEach(part -> requireSaid(field + "." + part.getKey(), part.getValue()));
        for (int i = 0; given.isArray() && i < given.size(); i++) {
            requireSaid(field + "." + i, given.get(i));
        }
    }
}
