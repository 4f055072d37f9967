package org.orangeline.bench.run;

import java.net.URI;
import java.util.Arrays;
import org.orangeline.bench.load.Requests;
import org.orangeline.bench.report.Figures;
import org.orangeline.bench.stack.BenchStack;
import org.orangeline.bench.stack.LostException;
import org.orangeline.bench.stack.Once;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.keys.LocalKeys;
import org.orangeline.launcher.keys.Role;
import org.orangeline.launcher.keys.TokenIssuer;
import org.orangeline.launcher.keys.TokenRequest;
import org.orangeline.launcher.stack.DataFolder;
import org.orangeline.launcher.stack.StackSettings;

/** How long a person waits for {@code up} and {@code token}. */
public final class StartBench implements Benchmark {
    private static final int CREATED = 201;

    @Override
    public void run(BenchSettings settings, Terminal terminal, Figures figures) {
        StackSettings empty = settings.stack("start");
        double[] ups = new double[settings.rounds()];
        double[] writes = new double[settings.rounds()];
        double[] tokens = new double[settings.rounds()];
        for (int round = 0; round < settings.rounds(); round++) {
            DataFolder.open(empty.data()).empty();
            terminal.status(
                    "up on an empty folder, %d of %d".formatted(round + 1, settings.rounds()));
            try (UpProcess up = UpProcess.start(empty, settings.portBase())) {
                ups[round] = up.secondsToReady();
                writes[round] = firstWrite(empty);
                tokens[round] = token(empty);
            }
        }
        figures.add("up, empty folder", median(ups), "s");
        figures.add("first write after ready", median(writes) * 1e3, "ms");
        figures.add("token", median(tokens), "s");
        terminal.line(
                "  up on an empty folder %.1f s, token %.2f s"
                        .formatted(median(ups), median(tokens)));
        long events = LogMaker.require(settings, terminal);
        StackSettings full = LogMaker.stack(settings);
        for (int round = 0; round < settings.rounds(); round++) {
            terminal.status("up on a log, %d of %d".formatted(round + 1, settings.rounds()));
            try (UpProcess up = UpProcess.start(full, settings.portBase())) {
                ups[round] = up.secondsToReady();
            }
        }
        figures.add("up, %,d events".formatted(events), median(ups), "s");
        terminal.line("  up on %,d events %.1f s".formatted(events, median(ups)));
    }

    private static double firstWrite(StackSettings settings) {
        String token =
                new TokenIssuer(LocalKeys.in(DataFolder.open(settings.data()).keys()).issuer())
                        .issue(
                                TokenRequest.human(
                                        "Rahel Brandt", BenchStack.OPERATION, Role.COORDINATOR));
        URI intake = URI.create("http://127.0.0.1:" + settings.ports().intake());
        byte[] request =
                new Requests(intake, token)
                        .post(
                                "/operations",
                                "{\"operation\":\"%s\",\"name\":\"Start\",\"numberPrefix\":\"BEN\"}"
                                        .formatted(BenchStack.OPERATION));
        long start = System.nanoTime();
        int status = Once.send(intake, request).status();
        if (status != CREATED) {
            throw new LostException("the first write after ready was answered " + status);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double token(StackSettings settings) {
        return UpProcess.secondsOf(
                settings,
                "token",
                "--role",
                "coordinator",
                "--operation",
                BenchStack.OPERATION,
                "--name",
                "Amira Haddad");
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
