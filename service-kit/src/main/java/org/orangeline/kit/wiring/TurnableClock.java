package org.orangeline.kit.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * The real time and what a file adds to it, so that a test can let a year pass. It never goes back:
 * a shorter duration than before, or one that cannot be read, leaves it where it is.
 */
final class TurnableClock extends Clock {

    private static final Logger LOG = Logger.getLogger("org.orangeline.clock");
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Path file;
    private Duration ahead = Duration.ZERO;
    private long looked;

    TurnableClock(Path file) {
        this.file = file;
        look();
    }

    @Override
    public synchronized Instant instant() {
        if (System.nanoTime() - looked > LOOK_EVERY.toNanos()) {
            look();
        }
        return Instant.now().plus(ahead);
    }

    private void look() {
        looked = System.nanoTime();
        try {
            Duration told = Duration.parse(Files.readString(file).strip());
            if (told.compareTo(ahead) > 0) {
                ahead = told;
                LOG.warnf("this deployment's clock is turned forward by %s", ahead);
            }
        } catch (NoSuchFileException e) {
            return; // not turned
        } catch (IOException | DateTimeException e) {
            LOG.warnf("%s holds no ISO-8601 duration", file);
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("times are told in UTC");
    }
}
