package org.orangeline.kit.rest;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * The places that a request has, given back when it is over: answered to its end, broken off, or
 * never asked for its body, as with {@code HEAD}.
 */
@RequestScoped
public class HeldPlaces {

    private final List<Bulkhead.Place> held = new ArrayList<>();

    /**
     * Takes a place for as long as the request lasts.
     *
     * @param detail of the problem when there is none
     * @throws ProblemException 503
     */
    public void enter(Bulkhead bulkhead, String caller, String detail) {
        try {
            held.add(
                    bulkhead.enter(caller).orElseThrow(() -> ProblemException.unavailable(detail)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("The instance is being stopped.");
        }
    }

    @PreDestroy
    void leave() {
        held.forEach(Bulkhead.Place::close);
    }
}
