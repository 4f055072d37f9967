package org.orangeline.kit.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.runtime.Violation;

/** The caller of the request, as the access filter saw it. */
@RequestScoped
public class CurrentCaller {

    private @Nullable Caller caller;
    private @Nullable HeldTicket ticket;
    private @Nullable DeviceToken device;
    private @Nullable String captor;

    void set(Caller seen) {
        this.caller = seen;
    }

    void setDevice(DeviceToken sender) {
        this.device = sender;
    }

    void set(Caller seen, HeldTicket by) {
        this.caller = seen;
        this.ticket = by;
    }

    void setCaptor(@Nullable String subject) {
        this.captor = subject;
    }

    /** Who captured the call on a tablet, by the tablet's word; null when nothing says so. */
    public @Nullable String capturedBy() {
        return captor;
    }

    /** Whether the access filter has decided who calls. */
    boolean isKnown() {
        return caller != null;
    }

    public Caller get() {
        if (caller == null) {
            throw new IllegalStateException("the access filter sets the caller");
        }
        return caller;
    }

    /** The tablet that sends it; of a call with {@link Access#fromDevice}. */
    public DeviceToken device() {
        if (device == null) {
            throw new IllegalStateException("the access filter sets the tablet");
        }
        return device;
    }

    /** The tablet that a call says kept it, when its token was shown. */
    public Optional<DeviceToken> shownDevice() {
        return Optional.ofNullable(device);
    }

    /** Whether it was uploaded, looked at and kept before, and is made now by itself. */
    public boolean wasHeld() {
        return ticket != null;
    }

    /**
     * For what no decider looks at.
     *
     * @throws ProblemException 422, rule S6
     */
    public void requireHuman() {
        if (!get().actor().isHuman()) {
            throw new ProblemException(
                    Problem.ofRules(
                            422,
                            "rule",
                            "Rule violated",
                            List.of(new Violation("S6", "A named human has to do this."))));
        }
    }

    /** What the call was let in by, when that was no officer's token. */
    @Nullable HeldTicket ticket() {
        return ticket;
    }
}
