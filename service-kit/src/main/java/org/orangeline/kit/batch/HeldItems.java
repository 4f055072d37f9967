package org.orangeline.kit.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.batch.HeldItem.Settlement.How;
import org.orangeline.kit.batch.HeldItem.State;
import org.orangeline.kit.rest.Caller;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.keys.Boxed;
import org.orangeline.runtime.keys.Vault;

/** Keeps items safe until they can be decided, and opens them then. */
@ApplicationScoped
public class HeldItems {

    /** What waits for longer is reported. */
    static final Duration OVERDUE_AFTER = Duration.ofDays(1);

    /**
     * Held items of an operation in a service, and as many in quarantine, so that a tablet which is
     * not trusted takes nobody's place; more are told to come back.
     */
    static final int MOST = 20_000;

    private final HeldLog log;
    private final Engine<?, ?, ?, ?> engine;
    private final KnownPersons persons;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final Vault vault;

    HeldItems(
            HeldLog log,
            Engine<?, ?, ?, ?> engine,
            KnownPersons persons,
            ObjectMapper mapper,
            Clock clock) {
        this.log = log;
        this.engine = engine;
        this.persons = persons;
        this.mapper = mapper;
        this.clock = clock;
        this.vault = HeldKeys.vault(engine);
    }

    boolean isFull(String operation, State state) {
        return state == State.QUARANTINED
                ? log.count(operation, State.QUARANTINED) >= MOST
                : log.count(operation, State.WAITING) + log.count(operation, State.REFUSED) >= MOST;
    }

    /** An item that is here, and can be read as long as it has to be decided. */
    Optional<HeldItem> of(String operation, UUID itemId) {
        return log.of(operation, itemId)
                .filter(held -> !held.isUndecided() || namesErased(held) || open(held).isPresent());
    }

    /** Why an item cannot be the one that is held under its id, if it cannot. */
    Optional<String> conflict(String operation, Item item) {
        return log.of(operation, item.itemId())
                .filter(held ->
                        !held.deviceId().equals(item.deviceId())
                                || open(held)
                                        .filter(kept -> !kept.said().equals(item.said()))
                                        .isPresent())
                .map(held -> "Another item is held under this itemId.");
    }

    /**
     * Whether an earlier item of the same tablet about one of the same persons waits: then this one
     * waits behind it.
     */
    boolean isBehind(String operation, Item item) {
        List<UUID> named = NamedPersons.of(item);
        return log.openOf(operation, item.deviceId())
                .anyMatch(held ->
                        held.deviceSequence() < item.deviceSequence()
                                && held.persons().stream().anyMatch(named::contains));
    }

    /**
     * Returns when the broker has it, under a key that is still there.
     *
     * @param why what a human is told of an item in quarantine
     */
    HeldItem hold(Upload upload, Item item, State state, @Nullable JsonNode why) {
        String operation = upload.operation();
        Caller by = upload.by();
        int revision = log.of(operation, item.itemId()).map(old -> old.revision() + 1).orElse(0);
        while (true) {
            Boxed box = vault.seal(operation, content(operation, item.itemId()), bytes(item));
            HeldItem held =
                    new HeldItem(
                            operation,
                            item.itemId(),
                            item.deviceId(),
                            item.deviceSequence(),
                            NamedPersons.concernedBy(item),
                            NamedPersons.things(item),
                            NamedPersons.registers(item),
                            by.actor().isHuman(),
                            by.actor().id(),
                            by.roles().stream().sorted().toList(),
                            clock.instant(),
                            state,
                            false,
                            revision,
                            box,
                            state == State.QUARANTINED ? why : null,
                            null,
                            null);
            log.write(held);
            if (vault.isCurrent(operation, box)) {
                return held;
            }
        }
    }

    /** What was uploaded; empty when its key is gone, or is to go with somebody's identity. */
    Optional<Item> open(HeldItem held) {
        return Optional.ofNullable(held.content())
                .filter(box -> !namesErased(held))
                .flatMap(box ->
                        vault.open(held.operation(), content(held.operation(), held.itemId()), box))
                .map(this::item);
    }

    /** The persons whom an item has to wait for, and whom it is still about. */
    List<UUID> waitsFor(HeldItem held) {
        return held.needs().stream()
                .filter(person -> !persons.isKnown(held.operation(), person))
                .toList();
    }

    /** Whether it is about somebody whose identity was erased. */
    boolean namesErased(HeldItem held) {
        return namesErased(held.operation(), held.persons(), held.things());
    }

    boolean namesErased(String operation, Item item) {
        return namesErased(operation, NamedPersons.concernedBy(item), NamedPersons.things(item));
    }

    private boolean namesErased(String operation, List<UUID> named, List<String> things) {
        int partition = engine.partition(operation);
        if (engine.keys().destroyed(partition) == 0) {
            return false;
        }
        return Stream.concat(
                        named.stream(),
                        things.stream()
                                .flatMap(thing -> NamedPersons.about(thing, operation, persons)))
                .map(person -> new SubjectRef(operation, person.toString()))
                .anyMatch(person -> engine.keys().wasDestroyed(partition, person));
    }

    boolean isOverdue(HeldItem held) {
        return held.isOpen() && held.since().plus(OVERDUE_AFTER).isBefore(clock.instant());
    }

    /** The item with a human's word about it, the reason sealed; still to be written. */
    HeldItem said(HeldItem held, How how, Caller by, String reason) {
        HeldItem.Settlement word = word(held, how, by, reason);
        return how == How.RELEASED ? held.released(word) : held.settled(word);
    }

    private HeldItem.Settlement word(HeldItem held, How how, Caller by, String reason) {
        Boxed sealed =
                vault.seal(
                        held.operation(),
                        reason(held.operation(), held.itemId()),
                        reason.getBytes(StandardCharsets.UTF_8));
        return new HeldItem.Settlement(how, by.actor().text(), clock.instant(), sealed);
    }

    /** Why a human said so; empty when that cannot be read. */
    Optional<String> reason(HeldItem held, HeldItem.Settlement word) {
        return Optional.ofNullable(word.reason())
                .filter(box -> !namesErased(held))
                .flatMap(box ->
                        vault.open(held.operation(), reason(held.operation(), held.itemId()), box))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The item with all that is sealed in it under the newest key; still to be written. */
    HeldItem wrappedAnew(HeldItem held) {
        return held.wrapped(
                wrappedAnew(held, held.content()),
                wrappedAnew(held, held.settlement()),
                wrappedAnew(held, held.release()));
    }

    private HeldItem.@Nullable Settlement wrappedAnew(
            HeldItem held, HeldItem.@Nullable Settlement by) {
        return by == null
                ? null
                : new HeldItem.Settlement(
                        by.how(), by.by(), by.at(), wrappedAnew(held, by.reason()));
    }

    private @Nullable Boxed wrappedAnew(HeldItem held, @Nullable Boxed box) {
        return box == null ? null : vault.wrapAnew(held.operation(), box).orElse(box);
    }

    private byte[] bytes(Item item) {
        try {
            return mapper.writeValueAsBytes(item);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an item is plain data", e);
        }
    }

    private Item item(byte[] bytes) {
        try {
            return mapper.readValue(bytes, Item.class);
        } catch (IOException e) {
            throw new IllegalStateException("what was held is an item");
        }
    }

    private static String content(String operation, UUID itemId) {
        return "held item " + operation + " " + itemId;
    }

    private static String reason(String operation, UUID itemId) {
        return "reason about " + operation + " " + itemId;
    }
}
