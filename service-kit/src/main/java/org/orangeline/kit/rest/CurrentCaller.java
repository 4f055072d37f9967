package org.orangeline.kit.rest;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The caller of the request, as the access filter saw it. */
@RequestScoped
public class CurrentCaller {

    private @Nullable Caller caller;

    void set(Caller seen) {
        this.caller = seen;
    }

    public Caller get() {
        if (caller == null) {
            throw new IllegalStateException("the access filter sets the caller");
        }
        return caller;
    }
}
