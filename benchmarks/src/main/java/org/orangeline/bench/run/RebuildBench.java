package org.orangeline.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orangeline.bench.report.Figures;
import org.orangeline.bench.stack.BenchStack;
import org.orangeline.bench.stack.LostException;
import org.orangeline.bench.stack.Progress;
import org.orangeline.bench.stack.WholeLog;
import org.orangeline.events.Service;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.stack.ServiceProcess;
import org.orangeline.runtime.kafka.ServiceTopics;

/** Each service alone on a log that is there, until its view has caught up. */
public final class RebuildBench implements Benchmark {
    private static final long POLL_MILLIS = 20;
    private static final long LIMIT_NANOS = 1_800_000_000_000L;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void run(BenchSettings settings, Terminal terminal, Figures figures) {
        long events = LogMaker.require(settings, terminal);
        try (BenchStack stack = BenchStack.brokerOnly(LogMaker.stack(settings), terminal)) {
            terminal.status("the decode ceiling");
            double ceiling = decodePerSecond(stack);
            figures.add(
                    "ceiling, one consumer that decodes, %,d events".formatted(events),
                    ceiling,
                    "/s");
            terminal.line("  decode ceiling: %,.0f/s".formatted(ceiling));
            for (Service service : Service.values()) {
                one(stack, service, figures, terminal);
            }
        }
    }

    private static void one(BenchStack stack, Service service, Figures figures, Terminal terminal) {
        terminal.status("rebuilding " + service.id());
        long start = System.nanoTime();
        ServiceProcess process = stack.startService(service);
        long folding = 0;
        long before = 0;
        long ready = 0;
        Progress now = Progress.NONE;
        while (!now.caughtUp() || now.target() == 0) {
            now = look(process, start);
            if (folding == 0 && now.folded() > 0) {
                folding = System.nanoTime();
                before = now.folded();
            }
        }
        long done = System.nanoTime();
        while (ready == 0) {
            ready = look(process, start).ready() ? System.nanoTime() : 0;
        }
        process.stop();
        long events = now.target();
        double whole = (done - start) / 1e9;
        String name = "%s, %,d events".formatted(service.id(), events);
        figures.add(name + ", caught up after", whole, "s");
        figures.add(name + ", ready after", (ready - start) / 1e9, "s");
        figures.add(name + ", from the start of the process", events / whole, "/s");
        if (now.folded() > before && before < events / 2) {
            double rate = (now.folded() - before) * 1e9 / (done - folding);
            figures.add(name + ", while folding", rate, "/s");
        }
        terminal.line(
                "  %s: caught up after %.1f s, %,.0f/s".formatted(name, whole, events / whole));
    }

    private static Progress look(ServiceProcess process, long start) {
        if (!process.isAlive() || System.nanoTime() - start > LIMIT_NANOS) {
            throw new LostException(process.name() + " did not catch up");
        }
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return Progress.of(process.address());
    }

    // Polls, decodes with Jackson and folds into a map; from the first event that it gets to the
    // last, the second time, when all is warm.
    private static double decodePerSecond(BenchStack stack) {
        List<String> topics = new ArrayList<>();
        for (Service service : Service.values()) {
            topics.addAll(ServiceTopics.events(service));
        }
        double perSecond = 0;
        for (int round = 0; round < 2; round++) {
            Map<String, JsonNode> last = new HashMap<>();
            long[] count = {0};
            long[] first = {0};
            WholeLog.read(
                    stack.log(),
                    topics,
                    event -> {
                        first[0] = first[0] == 0 ? System.nanoTime() : first[0];
                        last.put(event.key(), tree(event.value()));
                        count[0]++;
                    });
            perSecond = count[0] * 1e9 / (System.nanoTime() - first[0]);
        }
        return perSecond;
    }

    private static JsonNode tree(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
