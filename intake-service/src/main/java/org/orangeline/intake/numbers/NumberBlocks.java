package org.orangeline.intake.numbers;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.NumberBlockExpired;
import org.orangeline.events.intake.NumberBlockLeased;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The blocks of an operation.
 *
 * @param byId every block that was leased
 * @param inOrder their ids; counts only grow, so they are ordered by their first count too
 */
public record NumberBlocks(PMap<String, NumberBlock> byId, PVector<String> inOrder) {

    public static final NumberBlocks NONE = new NumberBlocks(ChampMap.empty(), TreePVector.empty());

    public NumberBlocks lease(NumberBlockLeased event, Envelope envelope) {
        String id = event.blockId().toString();
        return new NumberBlocks(
                byId.plus(id, NumberBlock.leased(event, envelope)), inOrder.plus(id));
    }

    public NumberBlocks expire(NumberBlockExpired event) {
        return with(block(event.blockId()).orElseThrow().expire());
    }

    /** A person got this count. */
    public NumberBlocks use(long count) {
        return of(count).map(block -> with(block.use(count))).orElse(this);
    }

    public Optional<NumberBlock> block(UUID blockId) {
        return Optional.ofNullable(byId.get(blockId.toString()));
    }

    /** The block that a count lies in. */
    public Optional<NumberBlock> of(long count) {
        int low = 0;
        int high = inOrder.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            NumberBlock block = at(middle);
            if (count < block.from()) {
                high = middle - 1;
            } else if (count > block.to()) {
                low = middle + 1;
            } else {
                return Optional.of(block);
            }
        }
        return Optional.empty();
    }

    /** In the order in which they were leased. */
    public Stream<NumberBlock> all() {
        return inOrder.stream().map(byId::get);
    }

    /** Ids of those whose end is still to come. */
    public Stream<String> running() {
        return byId.entrySet().stream()
                .filter(entry -> !entry.getValue().expired())
                .map(Map.Entry::getKey);
    }

    private NumberBlock at(int index) {
        NumberBlock block = byId.get(inOrder.get(index));
        if (block == null) {
            throw new IllegalStateException("a block without its lease");
        }
        return block;
    }

    private NumberBlocks with(NumberBlock block) {
        return new NumberBlocks(byId.plus(block.blockId().toString(), block), inOrder);
    }
}
