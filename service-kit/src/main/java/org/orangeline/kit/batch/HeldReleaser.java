package org.orangeline.kit.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.orangeline.kit.batch.ItemOutcome.Outcome;

/**
 * Releases what is held, on the instance that leads the operation's partition. It looks at what is
 * there and not at what happened, so a restart or a takeover forgets nothing. The item's id names
 * the call: broken off between the call and the tombstone, it is made again and applied once.
 */
@ApplicationScoped
public class HeldReleaser {

    private static final Logger LOG = Logger.getLogger("org.orangeline.items");
    private static final long LOOK_EVERY_MILLIS = 1_000;

    /** So many tablets' items are released side by side, each tablet's in its order. */
    private static final int TABLETS_AT_A_TIME = 16;

    private final HeldLog log;
    private final HeldItems held;
    private final ItemLog items;
    private final Dispatcher dispatcher;
    private final HeldKeys keys;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final Map<UUID, Patience> patience = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("held").factory());

    HeldReleaser(
            HeldLog log,
            HeldItems held,
            ItemLog items,
            Dispatcher dispatcher,
            HeldKeys keys,
            ObjectMapper mapper,
            Clock clock) {
        this.log = log;
        this.held = held;
        this.items = items;
        this.dispatcher = dispatcher;
        this.keys = keys;
        this.mapper = mapper;
        this.clock = clock;
    }

    void start(@Observes StartupEvent unused) {
        var task =
                timer.scheduleWithFixedDelay(
                        this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        LOG.debugf("held items are looked at: %s", task);
    }

    void stop(@Observes ShutdownEvent unused) {
        timer.shutdownNow();
    }

    private void look() {
        try {
            for (String operation : log.operations()) {
                if (log.leads(operation)) {
                    followErasures(operation);
                    release(operation);
                }
            }
        } catch (RuntimeException e) {
            LOG.error("held items were not looked at", e);
        }
    }

    private void release(String operation) {
        Map<String, List<HeldItem>> byTablet =
                log.in(operation).stream().collect(Collectors.groupingBy(HeldItem::deviceId));
        SideBySide.each(
                TABLETS_AT_A_TIME,
                byTablet.entrySet(),
                tablet -> release(tablet.getKey(), tablet.getValue()));
    }

    // What cannot be destroyed now keeps nobody else waiting; itself it is not decided.
    private void followErasures(String operation) {
        try {
            keys.followErasures(operation);
        } catch (RuntimeException e) {
            LOG.errorf(
                    "what is held in %s about erased identities is not destroyed yet: %s",
                    operation, e);
        }
    }

    private void release(String device, List<HeldItem> inOrder) {
        try {
            Queue queue = new Queue();
            for (HeldItem item : inOrder) {
                if (item.isOpen()
                        && !held.namesErased(item)
                        && !(isReady(item, queue) && decideOnce(item))) {
                    queue.wait(item);
                    sayWhenOverdue(item);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warnf("held items of %s cannot be released now: %s", device, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReady(HeldItem item, Queue queue) {
        return !queue.isBehind(item) && isDue(item) && held.waitsFor(item).isEmpty();
    }

    /** Whether it got its final outcome, or a human ended its wait meanwhile. */
    private boolean decideOnce(HeldItem waiting) throws IOException, InterruptedException {
        Lock lock = log.changing(waiting);
        lock.lock();
        try {
            // A look may last: meanwhile another instance may have come to lead.
            return log.leads(waiting.operation()) && (!isStillOpen(waiting) || decide(waiting));
        } finally {
            lock.unlock();
        }
    }

    private boolean isStillOpen(HeldItem waiting) {
        return log.of(waiting.operation(), waiting.itemId()).map(HeldItem::isOpen).orElse(false);
    }

    /** Whether it got its final outcome. */
    private boolean decide(HeldItem waiting) throws IOException, InterruptedException {
        if (held.namesErased(waiting)) {
            return false; // ended by the next look
        }
        Optional<Item> item = log.of(waiting.operation(), waiting.itemId()).flatMap(held::open);
        if (item.isEmpty()) {
            // Written while its key was rotated, and never confirmed: the tablet has it.
            log.remove(waiting);
            return true;
        }
        Answered answered = Answered.of(dispatcher.callInTheNameOf(waiting, item.get()), mapper);
        switch (answered.verdict()) {
            case DONE -> {
                record(waiting, item.get(), Outcome.DURABLE, answered.status());
                if (waiting.release() == null) {
                    log.remove(waiting);
                } else {
                    Optional<HeldItem> unused = log.change(waiting, HeldItem::done);
                }
            }
            case REFUSED -> refuse(waiting, item.get(), answered);
            // What else it names may still come; after a day a human has to look.
            case MISSING -> {
                if (!held.isOverdue(waiting)) {
                    patience.merge(
                            waiting.itemId(),
                            Patience.first(System.nanoTime()),
                            (before, _) -> before.longer(System.nanoTime()));
                    return false;
                }
                refuse(waiting, item.get(), answered);
            }
            case LATER, UNTRUSTED -> {
                return false;
            }
        }
        patience.remove(waiting.itemId());
        return true;
    }

    private void refuse(HeldItem waiting, Item item, Answered answered) {
        record(waiting, item, Outcome.REJECTED, answered.status());
        Optional<HeldItem> unused = log.change(waiting, now -> now.refused(answered.said()));
        LOG.warnf(
                "held item %s of %s in %s was refused after it had waited",
                waiting.itemId(), waiting.deviceId(), waiting.operation());
    }

    private void record(HeldItem waiting, Item item, Outcome outcome, int status) {
        ContentMark content = items.mark(waiting.operation(), item);
        items.write(ItemTaken.after(waiting, content, outcome, status, clock.instant()));
    }

    private void sayWhenOverdue(HeldItem waiting) {
        if (held.isOverdue(waiting) && !waiting.overdueSaid()) {
            Optional<HeldItem> unused =
                    log.change(waiting, now -> now.isOpen() ? now.withOverdueSaid() : now);
            LOG.warnf(
                    "held item %s of %s in %s waits for longer than a day, for %s",
                    waiting.itemId(),
                    waiting.deviceId(),
                    waiting.operation(),
                    held.waitsFor(waiting));
        }
    }

    private boolean isDue(HeldItem waiting) {
        Patience last = patience.get(waiting.itemId());
        return last == null || System.nanoTime() - last.until() >= 0 || held.isOverdue(waiting);
    }
}
