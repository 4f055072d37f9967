package org.orangeline.bench.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.orangeline.bench.stack.LostException;
import org.orangeline.launcher.stack.StackSettings;

/** {@code ./orangeline up}, as a person starts it. */
final class UpProcess implements AutoCloseable {
    private static final String READY = "services are ready";
    private static final long END_SECONDS = 120;

    private final Process process;
    private final double secondsToReady;

    private UpProcess(Process process, double secondsToReady) {
        this.process = process;
        this.secondsToReady = secondsToReady;
    }

    /** Starts it and waits until it says that everything is ready. */
    static UpProcess start(StackSettings settings, int portBase) {
        long start = System.nanoTime();
        Process process =
                command(
                        settings,
                        "up",
                        "--port-base",
                        Integer.toString(portBase),
                        "--heap",
                        settings.heap(),
                        "--durability",
                        settings.durability().spelled());
        BufferedReader said = process.inputReader();
        try {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.contains(READY)) {
                    return new UpProcess(process, (System.nanoTime() - start) / 1e9);
                }
            }
        } catch (IOException e) {
            process.destroy();
            throw new UncheckedIOException(e);
        }
        throw new LostException("./orangeline up ended before it was ready");
    }

    /** Seconds that a command takes that ends by itself. */
    static double secondsOf(StackSettings settings, String... arguments) {
        long start = System.nanoTime();
        Process process = command(settings, arguments);
        try {
            process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new LostException("./orangeline " + arguments[0] + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static Process command(StackSettings settings, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(settings.root().resolve("orangeline").toString());
        command.addAll(List.of(arguments));
        command.add("--data");
        command.add(settings.data().toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // What is measured is not to train caches afterwards.
        builder.environment().put("ORANGELINE_TRAIN", "false");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double secondsToReady() {
        return secondsToReady;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
