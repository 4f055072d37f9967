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
    private @Nullable Refusal refused;

    public void to(ToAnAgency told) {
        this.disclosed = told;
    }

    /** An agency asked, and is told nothing. */
    public void refused(Refusal refusal) {
        this.refused = refusal;
    }

    Optional<Refusal> refused() {
        return Optional.ofNullable(refused);
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

    /**
     * @param why a code; the answer may say less
     * @param agency slug, if the token names one
     * @param agreement and its version, if there is one
     * @param purpose of that agreement
     * @param asked the agency's id of whom it means, or that it asked by number; no free text
     * @param person whom it means, if that is somebody
     * @param reason what the agency said; is only kept with a person
     */
    public record Refusal(
            String why,
            @Nullable String agency,
            @Nullable String agreement,
            @Nullable String purpose,
            String asked,
            @Nullable UUID person,
            String reason) {}
}
