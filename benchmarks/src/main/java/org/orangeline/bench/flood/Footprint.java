package org.orangeline.bench.flood;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.orangeline.launcher.stack.ServiceProcess;

/** What a process has at most, of memory and threads, while it is watched; of Linux only. */
final class Footprint implements AutoCloseable {

    private static final long PAUSE_MILLIS = 200;
    private static final long KIB_IN_MIB = 1024;

    private final Path status;
    private final AtomicLong memory = new AtomicLong();
    private final AtomicLong threads = new AtomicLong();
    private final Thread watch;

    Footprint(ServiceProcess process) {
        this.status = Path.of("/proc", String.valueOf(process.pid()), "status");
        look();
        this.watch = Thread.ofPlatform().daemon().start(this::run);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE_MILLIS);
                look();
            }
        } catch (InterruptedException e) {
            // Enough was seen.
        }
    }

    private void look() {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS:")) {
                    memory.accumulateAndGet(number(line) / KIB_IN_MIB, Math::max);
                } else if (line.startsWith("Threads:")) {
                    threads.accumulateAndGet(number(line), Math::max);
                }
            }
        } catch (IOException e) {
            // Another system, or the process is gone, which the bench says itself.
        }
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }

    /** Most memory in use, MiB. */
    long memory() {
        return memory.get();
    }

    /** Most threads of the system. */
    long threads() {
        return threads.get();
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
