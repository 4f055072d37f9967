package org.orangeline.bench.run;

import java.time.Duration;
import java.util.Map;
import org.orangeline.bench.report.Figures;
import org.orangeline.bench.stack.BenchStack;
import org.orangeline.launcher.Terminal;

/** What a stack costs that nobody uses. */
public final class IdleBench implements Benchmark {
    private static final Duration SETTLE = Duration.ofSeconds(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Override
    public void run(BenchSettings settings, Terminal terminal, Figures figures) {
        try (BenchStack stack = BenchStack.startEmpty(settings.stack("idle"), terminal)) {
            stack.openOperation();
            terminal.status("idle: waiting until the start is over");
            sleep(SETTLE);
            terminal.status("idle: looking at the CPU for a minute");
            Map<String, Double> before = stack.cpuByProcess();
            long start = System.nanoTime();
            sleep(MINUTE);
            double seconds = (System.nanoTime() - start) / 1e9;
            Map<String, Double> after = stack.cpuByProcess();
            double total = 0;
            for (Map.Entry<String, Double> process : after.entrySet()) {
                double used = process.getValue() - before.getOrDefault(process.getKey(), 0.0);
                double percent = used / seconds * 100;
                figures.add(process.getKey(), percent, "% of a core");
                total += percent;
            }
            figures.add("all processes", total, "% of a core");
            terminal.line("  idle: %.1f %% of a core".formatted(total));
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
