package org.orangeline.kit.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom the answer is about when it names nobody by the id that is used here, and under which
 * agreement an agency gets it. The call says so before it answers.
 */
@RequestScoped
public class Disclosure {

    private @Nullable ToAnAgency disclosed;

    public void to(ToAnAgency told) {
        this.disclosed = told;
    }

    Optional<ToAnAgency> disclosed() {
        return Optional.ofNullable(disclosed);
    }

    /**
     * @param agency slug
     * @param agreement and its version
     * @param purpose of the agreement
     * @param person whose identity it is
     * @param reason what the agency said
     */
    public record ToAnAgency(
            String agency, String agreement, String purpose, UUID person, String reason) {}
}
