package org.orangeline.gateway.rest;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The agency that calls, as the filter saw it. */
@RequestScoped
public class CurrentAgency {

    private @Nullable Caller caller;

    void set(Caller seen) {
        this.caller = seen;
    }

    Caller get() {
        if (caller == null) {
            throw new IllegalStateException("the filter sets the agency");
        }
        return caller;
    }

    /**
     * @param agency slug
     * @param subject of the token
     * @param until when the token ends
     * @param revoked whether it has been revoked since
     */
    record Caller(String agency, String subject, Instant until, BooleanSupplier revoked) {}
}
