package org.orangeline.events.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The legal profile that counts now, and those that counted before. What runs keeps the stricter
 * limit: no change of the profile gives it more time.
 *
 * @param former what was replaced, oldest first
 */
public record ProfileHistory(LegalProfile now, List<Former> former) {

    public ProfileHistory {
        former = List.copyOf(former);
    }

    /** A profile, and when another one took its place. */
    public record Former(LegalProfile profile, Instant until) {}

    public static ProfileHistory of(LegalProfile profile) {
        return new ProfileHistory(profile, List.of());
    }

    public ProfileHistory change(LegalProfile other, Instant at) {
        return new ProfileHistory(
                other, Stream.concat(former.stream(), Stream.of(new Former(now, at))).toList());
    }

    /** The shortest limit of the profiles that counted at that moment or later. */
    public Duration strictest(Instant since, Function<LegalProfile, Duration> limit) {
        return since(since).map(limit).min(Duration::compareTo).orElseThrow();
    }

    /** The earliest end by any profile that counted at that moment or later. */
    public Instant earliest(Instant since, Function<LegalProfile, Instant> end) {
        return since(since).map(end).min(Instant::compareTo).orElseThrow();
    }

    /**
     * From when on, at that moment or later, a profile counted that says so; what began under it
     * stays under it. Empty when none did.
     */
    public Optional<Instant> firstSince(Instant moment, Predicate<LegalProfile> says) {
        Instant from = moment;
        for (Former one : former) {
            if (one.until().isBefore(moment)) {
                continue;
            }
            if (says.test(one.profile())) {
                return Optional.of(from);
            }
            from = one.until();
        }
        return says.test(now) ? Optional.of(from) : Optional.empty();
    }

    private Stream<LegalProfile> since(Instant moment) {
        return Stream.concat(
                former.stream().filter(one -> !one.until().isBefore(moment)).map(Former::profile),
                Stream.of(now));
    }
}
