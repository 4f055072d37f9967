package org.orangeline.gateway.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.AgreementFolder;

/**
 * Keeps the feeds in step with the folder of agreements: what is taken away, loses its signature or
 * says something else ends while the gateway runs, as it does at the other doors, and what is new
 * begins.
 */
public final class AgreementsInTime implements AutoCloseable {

    /** So long at most does a feed outlast its agreement. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger("org.orangeline.agreements");

    private final Supplier<AgreementFolder> folder;
    private final Consumer<Collection<Agreement>> goBy;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("agreements").factory());
    private volatile AgreementFolder seen = AgreementFolder.NONE;

    /**
     * @param folder reads it; what is wrong only makes agreements be refused
     * @param goBy is told at each look what counts now, and that nothing else does
     */
    public AgreementsInTime(
            Supplier<AgreementFolder> folder, Consumer<Collection<Agreement>> goBy) {
        this.folder = folder;
        this.goBy = goBy;
    }

    /** Looks once before it returns, and again and again from then on. */
    void start() {
        look();
        timer.scheduleWithFixedDelay(
                this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Looks once. A look that does not come to an end leaves what was: a schedule that ended with
     * it would leave it for ever, so that errors end no more than exceptions do.
     */
    public void look() {
        try {
            AgreementFolder now = folder.get();
            goBy.accept(now.agreements().values());
            tell(seen, now);
            seen = now;
        } catch (RuntimeException | Error e) {
            LOG.errorf("the agreements could not be looked at: %s", e);
        }
    }

    /** Agreements that are refused, and why. */
    public List<String> problems() {
        return seen.problems();
    }

    private static void tell(AgreementFolder before, AgreementFolder now) {
        others(now.problems(), before.problems())
                .forEach(problem -> LOG.warnf("refused agreement %s", problem));
        others(before.agreements().values(), now.agreements().values())
                .forEach(gone -> LOG.warnf("agreement %s is not there any more", gone.id()));
        others(now.agreements().values(), before.agreements().values())
                .forEach(there -> LOG.infof("agreement %s is there", there.id()));
    }

    private static <T> List<T> others(Collection<T> some, Collection<T> than) {
        List<T> others = new ArrayList<>(some);
        others.removeAll(than);
        return others;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
