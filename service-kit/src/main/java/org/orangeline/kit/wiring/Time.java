package org.orangeline.kit.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The service's one clock: the engine's, and that of reads that tell how long something lasts. */
@ApplicationScoped
public class Time {

    @Produces
    @Singleton
    Clock clock(KitConfig config) {
        return config.clockFile().<Clock>map(TurnableClock::new).orElseGet(Clock::systemUTC);
    }
}
