package org.orangeline.gateway.stream;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.Contracts;
import org.orangeline.agreement.Pseudonyms;
import org.orangeline.agreement.Versions;
import org.orangeline.runtime.log.LogClients;

/**
 * The thread that reads the log and writes the feeds. After any failure it begins a new {@link
 * Session}, and so it does for an agreement that it did not go by; when another gateway has taken
 * over it stops for good and says so. What it does not go by any more has no feed from that moment
 * on, whatever the thread does.
 */
public final class Pump implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Pump.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Whoever starts a stack waits until the services' topics are there, which takes a moment. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final LogClients clients;
    private final StreamSettings settings;
    private final Contracts contracts;
    private final Function<String, Pseudonyms> pseudonyms;
    private final IntConsumer written;
    private final Thread thread = new Thread(this::run, "feeds");
    private volatile Set<Agreement> agreements = Set.of();
    private volatile List<Feed> feeds = List.of();
    private volatile Map<Agreement, Versions.Contradiction> refused = Map.of();
    private volatile @Nullable String problem = "the feeds are not read yet";
    private volatile boolean stopping;

    /**
     * @param pseudonyms of an agency
     * @param written gets how many events were written
     */
    public Pump(
            LogClients clients,
            StreamSettings settings,
            Contracts contracts,
            Function<String, Pseudonyms> pseudonyms,
            IntConsumer written) {
        this.clients = clients;
        this.settings = settings;
        this.contracts = contracts;
        this.pseudonyms = pseudonyms;
        this.written = written;
    }

    public void start() {
        thread.start();
    }

    /**
     * Goes by these and no others: what is not among them to the letter has no feed from now on,
     * and what is new among them soon has one.
     */
    public void goBy(Collection<Agreement> inForce) {
        agreements = Set.copyOf(inForce);
    }

    /** The feed of an agency; empty when there is none, or not yet. */
    public Optional<Feed> feed(String agency) {
        return feeds().stream().filter(one -> one.agreement().agency().equals(agency)).findFirst();
    }

    /** Whether the feed of an agency is still to be read or to be begun. */
    public boolean awaits(String agency) {
        Map<Agreement, Versions.Contradiction> contradicted = refused;
        return feed(agency).isEmpty()
                && agreements.stream()
                        .filter(one -> one.agency().equals(agency))
                        .anyMatch(one -> !contradicted.containsKey(one));
    }

    public List<Feed> feeds() {
        Set<Agreement> now = agreements;
        return feeds.stream().filter(feed -> now.contains(feed.agreement())).toList();
    }

    /** Agreements whose content is not what their version's feed was begun under. */
    public Map<Agreement, Versions.Contradiction> refused() {
        Map<Agreement, Versions.Contradiction> now = new HashMap<>(refused);
        now.keySet().retainAll(agreements);
        return now;
    }

    /** Why it is not telling what is in the log; empty when all is well. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    private void run() {
        while (!stopping) {
            try {
                tenure();
            } catch (ProducerFencedException | InvalidProducerEpochException e) {
                problem = "another gateway has taken over";
                LOG.warn("another gateway has taken over");
                return;
            } catch (InterruptException e) {
                return;
            } catch (RuntimeException e) {
                if (isFenced(e)) {
                    problem = "another gateway has taken over";
                    LOG.warn("another gateway has taken over");
                    return;
                }
                if (!stopping) {
                    problem = "the log cannot be told: " + e.getMessage();
                    LOG.warn("the feeds are read again", e);
                    sleep(PAUSE);
                }
            }
        }
    }

    private static boolean isFenced(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause != null
                && (cause instanceof ProducerFencedException
                        || cause instanceof InvalidProducerEpochException
                        || isFenced(cause));
    }

    private void tenure() {
        Set<String> there = FeedTopics.there(clients);
        List<String> missing = FeedTopics.missing(there);
        if (!missing.isEmpty()) {
            problem = "waiting for the services: " + missing.size() + " topics are not there yet";
            sleep(LOOK_AGAIN);
            return;
        }
        Map<Agreement, Pseudonyms> now = new HashMap<>();
        agreements.forEach(one -> now.put(one, pseudonyms.apply(one.agency())));
        FeedTopics.provision(clients, settings, there);
        try (Session session = new Session(clients, settings, contracts, now, there)) {
            refused = session.refused();
            refused.forEach((agreement, why) ->
                    LOG.warnf("refused agreement %s: %s", agreement.id(), why.text()));
            feeds = session.feeds();
            BooleanSupplier goesOn = () -> !stopping && session.goesBy(agreements);
            while (goesOn.getAsBoolean()) {
                int told = session.turn(goesOn);
                written.accept(told);
                problem = session.hasCaughtUp() ? null : "the feeds are being told";
            }
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
