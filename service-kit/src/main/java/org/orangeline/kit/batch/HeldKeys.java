package org.orangeline.kit.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.orangeline.kit.batch.HeldItem.Settlement;
import org.orangeline.kit.rest.OtherKeys;
import org.orangeline.kit.rest.Problem;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.keys.KeyServiceException;
import org.orangeline.runtime.keys.Vault;

/**
 * The keys of what is held. They are rotated with the operation's, and by themselves after each
 * erasure: what was held about somebody may lie in old segments of the topic, also when it was
 * decided long ago, and no key that is left opens it then. Up to which erasure that was done stands
 * in the topic, so that neither a crash nor a takeover forgets one.
 */
@ApplicationScoped
public class HeldKeys implements OtherKeys {

    /** Of an item that is about somebody whose identity was erased before it could be decided. */
    static final Problem ERASED =
            Problem.of(
                    ItemTaken.GONE,
                    "erased",
                    "An identity was erased",
                    "Somebody whom this is about was erased; it is not decided any more.");

    private static final int WRITES_AT_A_TIME = 64;

    private static final Logger LOG = Logger.getLogger("org.orangeline.keys");

    private final HeldLog log;
    private final HeldItems held;
    private final ItemLog items;
    private final Engine<?, ?, ?, ?> engine;
    private final Clock clock;
    private final Vault vault;
    private final JsonNode erased;

    HeldKeys(
            HeldLog log,
            HeldItems held,
            ItemLog items,
            Engine<?, ?, ?, ?> engine,
            Clock clock,
            ObjectMapper mapper) {
        this.log = log;
        this.held = held;
        this.items = items;
        this.engine = engine;
        this.clock = clock;
        this.vault = vault(engine);
        this.erased = mapper.valueToTree(ERASED);
    }

    static Vault vault(Engine<?, ?, ?, ?> engine) {
        return engine.keys().vault("held");
    }

    @Override
    public synchronized void rotate(String operation) {
        int version = vault.rotate(operation);
        // Who was answered before has written before; who was not looks at the key once more.
        if (!log.catchUp()) {
            throw new KeyServiceException("what is held was not read in time; nothing is lost");
        }
        List<HeldItem> left =
                log.in(operation).stream()
                        .filter(item -> item.hasText() && !held.namesErased(item))
                        .toList();
        SideBySide.each(
                WRITES_AT_A_TIME,
                left,
                item -> {
                    Optional<HeldItem> unused = log.change(item, held::wrappedAnew);
                });
        vault.destroyBefore(operation, version);
    }

    /**
     * Destroys what is held about those who were erased since it was asked last; on the instance
     * that leads. Broken off, it is simply asked again.
     */
    void followErasures(String operation) {
        int destroyed = engine.keys().destroyed(engine.partition(operation));
        boolean marked = log.mark(operation).filter(mark -> mark == destroyed).isPresent();
        List<HeldItem> concerned =
                log.in(operation).stream()
                        .filter(item -> item.hasText() && held.namesErased(item))
                        .toList();
        if (!concerned.isEmpty() && marked) {
            // Broken off from here on, the rotation is made up for.
            log.write(new HeldMark(operation, destroyed - 1));
            marked = false;
        }
        if (!marked && destroyed > 0) {
            LOG.infof("what is held in %s is not destroyed yet, after an erasure", operation);
            concerned.forEach(this::erase);
            rotate(operation);
            LOG.infof("the keys of what is held in %s were rotated after an erasure", operation);
        }
        if (!marked) {
            log.write(new HeldMark(operation, destroyed));
        }
    }

    private void erase(HeldItem item) {
        if (item.isUndecided()) {
            items.write(ItemTaken.gone(item, clock.instant()));
        }
        String here = "machine:" + engine.service().id();
        var by = new Settlement(Settlement.How.ERASED, here, clock.instant(), null);
        Optional<HeldItem> unused = log.change(item, now -> now.erased(by, erased));
        LOG.infof(
                "held item %s of %s in %s is about somebody whose identity was erased",
                item.itemId(), item.deviceId(), item.operation());
    }
}
