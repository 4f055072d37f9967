package org.orangeline.placement.duties;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.runtime.Refusal;

/** P11: reasons are told in a language that the person understands, and it is said how. */
final class ToldHow {

    private ToldHow() {}

    static Optional<Refusal> refusal(
            @Nullable String language,
            @Nullable String interpreter,
            @Nullable Boolean sharedLanguage) {
        if (language == null) {
            return Optional.of(
                    Refusal.rule("P11", "Say in which language the person was told why."));
        }
        return interpreter == null && !Boolean.TRUE.equals(sharedLanguage)
                ? Optional.of(
                        Refusal.rule(
                                "P11",
                                "Say how the person understood: the code of who interpreted, or that"
                                        + " who told them and the person share the language."))
                : Optional.empty();
    }
}
