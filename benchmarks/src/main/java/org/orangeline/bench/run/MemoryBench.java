package org.orangeline.bench.run;

import java.util.Map;
import java.util.Set;
import org.orangeline.bench.load.People;
import org.orangeline.bench.report.Figures;
import org.orangeline.bench.stack.BenchStack;
import org.orangeline.bench.stack.LogCheck;
import org.orangeline.launcher.Terminal;

/** What a person costs in the heap of each service, over a service that knows a few. */
public final class MemoryBench implements Benchmark {
    private static final int FIRST = 5_000;

    @Override
    public void run(BenchSettings settings, Terminal terminal, Figures figures) {
        int count = settings.people();
        try (BenchStack stack = BenchStack.startEmpty(settings.stack("memory"), terminal)) {
            stack.openOperation();
            People people = new People(settings.seed());
            // Classes, buffers and pools are there from the first people on.
            Bulk.everybody(stack, people, FIRST, "memory", terminal);
            stack.settled();
            terminal.status("memory: looking at services that know few");
            Map<String, Long> few = stack.liveBytes();
            Bulk.everybody(stack, people, count, "memory", terminal);
            terminal.status("memory: waiting until everybody has a line");
            stack.settled();
            stack.liveBytes()
                    .forEach((process, bytes) -> {
                        double each = (bytes - few.getOrDefault(process, 0L)) / (double) count;
                        String name = "%s, %,d people, live heap".formatted(process, count);
                        figures.add(name, each, "bytes each");
                        terminal.line("  %s: %,.0f bytes each".formatted(name, each));
                    });
            LogCheck.run(stack, terminal, Set.of());
        }
    }
}
