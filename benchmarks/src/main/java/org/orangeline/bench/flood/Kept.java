package org.orangeline.bench.flood;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.orangeline.bench.load.Measured;
import org.orangeline.bench.report.Figures;

/** Whether others were answered soon enough under each flood: 99 of 100 within a second. */
final class Kept {
    private static final double MOST_MILLIS = 1_000;

    private final List<String> slow = new ArrayList<>();

    /**
     * Looks at those who were answered meanwhile.
     *
     * @return a line when one of them waited too long, else an empty text
     */
    String look(String flood, List<Measured> others) {
        double worst =
                others.stream().mapToDouble(one -> one.latencies().millis(99)).max().orElse(0);
        if (worst <= MOST_MILLIS) {
            return "";
        }
        slow.add(flood);
        return String.format(
                Locale.ROOT, "SLOW: p99 of others is %,.0f ms, over one second", worst);
    }

    /** The whole of it, in the figures as well. */
    String summary(Figures figures) {
        figures.add("floods under which p99 of others is over 1 s", slow.size(), "");
        if (slow.isEmpty()) {
            return "p99 of others was at most one second under every flood";
        }
        String missed = "p99 of others was over one second under: " + String.join(", ", slow);
        figures.miss(missed);
        return "SLOW: " + missed;
    }
}
