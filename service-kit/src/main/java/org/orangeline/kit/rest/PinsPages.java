package org.orangeline.kit.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Lets the next page be one of the same moment as this one. */
@Provider
public class PinsPages implements ContainerResponseFilter {

    private final Reads reads;

    PinsPages(Reads reads) {
        this.reads = reads;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals("GET")
                && response.getEntity() instanceof Page<?> page
                && page.next() != null) {
            reads.pin().ifPresent(moment -> response.setEntity(page.pinned(moment)));
        }
    }
}
