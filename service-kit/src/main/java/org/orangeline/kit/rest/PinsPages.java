package org.orangeline.kit.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import org.orangeline.runtime.View;

/** Lets the next page be one of the same moment as this one. */
@Provider
public class PinsPages implements ContainerResponseFilter {

    private final PinnedViews pinned;
    private final Shown shown;
    private final Reads reads;

    PinsPages(PinnedViews pinned, Shown shown, Reads reads) {
        this.pinned = pinned;
        this.shown = shown;
        this.reads = reads;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        View<?, ?> view = shown.view();
        if (view != null && response.getEntity() instanceof Page<?> page && page.next() != null) {
            Instant now = reads.now();
            response.setEntity(page.pinned(new PageCursor.Moment(pinned.pin(view, now), now)));
        }
    }
}
