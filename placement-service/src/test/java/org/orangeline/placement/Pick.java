package org.orangeline.placement;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Something of many, as a seed has it. */
final class Pick {

    private Pick() {}

    static UUID one(Random random, List<String> ids) {
        return UUID.fromString(ids.get(random.nextInt(ids.size())));
    }

    static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
