package org.orangeline.localkafka;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import sun.misc.Signal;

/**
 * Runs another main class in a process that cannot outlive its parent: when standard input, a pipe
 * that only the parent holds, ends, the process shuts down. That also holds when the parent was
 * killed with SIGKILL, where no shutdown hook runs.
 *
 * <p>A terminal sends Ctrl-C and hang-up to the whole process group; both are ignored here, so that
 * the parent alone decides in which order its children stop.
 */
public final class TetheredMain {
    /** How long an orderly shutdown may take after the parent is gone, milliseconds. */
    private static final long SHUTDOWN_MILLIS = 20_000;

    private TetheredMain() {}

    /**
     * @param args the main class to run, then its arguments
     */
    public static void main(String[] args) throws Throwable {
        ignore("INT");
        ignore("HUP");
        daemon("tether", TetheredMain::exitWhenParentIsGone);
        try {
            Class.forName(args[0])
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static void ignore(String signal) {
        try {
            // A handler of our own, not SIG_IGN: Kafka wraps the handler that it finds and calls
            // it.
            Signal.handle(new Signal(signal), received -> {});
        } catch (IllegalArgumentException e) {
            // This system has no such signal, so there is nothing to ignore.
        }
    }

    private static void exitWhenParentIsGone() {
        try {
            while (System.in.read() >= 0) {
                // The parent has nothing to say; only the end of the stream matters.
            }
        } catch (IOException e) {
            // A broken pipe is an end as well.
        }
        daemon("tether-halt", TetheredMain::haltWhenShutdownHangs);
        System.exit(1);
    }

    private static void haltWhenShutdownHangs() {
        try {
            Thread.sleep(SHUTDOWN_MILLIS);
        } catch (InterruptedException e) {
            // Nobody interrupts it; if somebody does, the end comes sooner.
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
