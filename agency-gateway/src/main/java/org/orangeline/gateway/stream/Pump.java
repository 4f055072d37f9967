package org.orangeline.gateway.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Session}; when another gateway has taken over it stops for good and says so.
 */
public final class Pump implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Pump.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LogClients clients;
    private final StreamSettings settings;
    private final Contracts contracts;
    private final Map<Agreement, Pseudonyms> agreements;
    private final IntConsumer written;
    private final Thread thread = new Thread(this::run, "feeds");
    private volatile List<Feed> feeds = List.of();
    private volatile Map<Agreement, Versions.Contradiction> refused = Map.of();
    private volatile @Nullable String problem = "the feeds are not read yet";
    private volatile boolean stopping;

    /**
     * @param written gets how many events were written
     */
    public Pump(
            LogClients clients,
            StreamSettings settings,
            Contracts contracts,
            Map<Agreement, Pseudonyms> agreements,
            IntConsumer written) {
        this.clients = clients;
        this.settings = settings;
        this.contracts = contracts;
        this.agreements = Map.copyOf(agreements);
        this.written = written;
    }

    public void start() {
        thread.start();
    }

    /** The feed of an agency; empty when there is none, or not yet. */
    public Optional<Feed> feed(String agency) {
        return feeds.stream().filter(one -> one.agreement().agency().equals(agency)).findFirst();
    }

    public List<Feed> feeds() {
        return feeds;
    }

    /** Agreements whose content is not what their version's feed was begun under. */
    public Map<Agreement, Versions.Contradiction> refused() {
        return refused;
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
                    sleep();
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
        List<String> missing = FeedTopics.missing(clients);
        if (!missing.isEmpty()) {
            problem = "waiting for the services: " + missing.size() + " topics are not there yet";
            sleep();
            return;
        }
        FeedTopics.provision(clients, settings, List.copyOf(agreements.keySet()));
        try (Session session = new Session(clients, settings, contracts, agreements)) {
            refused = session.refused();
            refused.forEach((agreement, why) ->
                    LOG.warnf("refused agreement %s: %s", agreement.id(), why.text()));
            feeds = session.feeds();
            while (!stopping) {
                int told = session.turn();
                written.accept(told);
                problem = session.hasCaughtUp() ? null : "the feeds are being told";
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(PAUSE);
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
