package org.orangeline.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.orangeline.events.Service;
import org.orangeline.launcher.stack.ServiceProcess;
import org.orangeline.launcher.stack.Stack;
import org.orangeline.launcher.stack.StackSettings;
import org.orangeline.launcher.stack.Supervisor;
import org.orangeline.launcher.verify.Heads;
import org.orangeline.launcher.verify.Verify;

/**
 * A stack that a command starts and watches, and that a signal ends in order. Whatever goes wrong,
 * nothing that was started stays behind.
 */
final class RunningStack implements AutoCloseable {
    // A rebuild of a million people's events takes minutes; a service that dies ends the wait.
    private static final Duration READY_LIMIT = Duration.ofHours(1);

    private final Stack stack;
    private final Terminal terminal;
    private final Thread onSignal;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean signalled;
    private volatile boolean onlyWaiting;

    private RunningStack(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
        this.onSignal = new Thread(this::stopOnSignal, "stop-on-signal");
    }

    /** Starts everything and waits until it is ready. */
    static RunningStack start(StackSettings settings, Terminal terminal) {
        RunningStack running = new RunningStack(Stack.open(settings), terminal);
        Runtime.getRuntime().addShutdownHook(running.onSignal);
        try {
            running.startAll();
            return running;
        } catch (RuntimeException e) {
            running.awaitSignalledEnd();
            running.close();
            throw e;
        }
    }

    private void startAll() {
        stack.notices().forEach(terminal::line);
        StackAddress.forget(stack.settings().data());
        terminal.status("starting Kafka");
        stack.startEverything();
        for (Service service : Service.values()) {
            ServiceProcess process = stack.service(service);
            process.awaitReady(
                    READY_LIMIT, detail -> terminal.status(process.name() + ": " + detail));
        }
        stack.gateway()
                .awaitReady(READY_LIMIT, detail -> terminal.status(Stack.GATEWAY + ": " + detail));
        StackAddress.of(stack).write(stack.settings().data());
        terminal.line("Kafka and the services are ready:");
        terminal.line("  %-18s %s".formatted("kafka", stack.broker().bootstrap()));
        for (Service service : Service.values()) {
            terminal.line("  %-18s %s".formatted(service.id(), stack.service(service).address()));
        }
        terminal.line("  %-18s %s".formatted(Stack.GATEWAY, stack.gateway().address()));
        stack.reportTo(terminal::line);
        Thread supervisor = new Thread(new Supervisor(stack, terminal::line), "supervisor");
        supervisor.setDaemon(true);
        supervisor.start();
    }

    /** The stack itself. */
    Stack stack() {
        return stack;
    }

    /** Reads its whole log and says whether everything holds, the rules too. */
    boolean verify() {
        return Verify.everything(terminal, new Heads())
                .andRules(terminal, false)
                .run(StackAddress.of(stack).target(stack.tokens()), terminal);
    }

    /** Runs those checks of its log. */
    boolean verify(Verify checks) {
        return checks.run(StackAddress.of(stack).target(stack.tokens()), terminal);
    }

    /** The folder of the log files. */
    Path logs() {
        return stack.settings().data().resolve("logs");
    }

    /** Waits until a signal has stopped everything. The signal is then no failure: exit code 0. */
    void awaitSignal() throws InterruptedException {
        onlyWaiting = true;
        stopped.await();
    }

    // A signal that comes while something starts makes the start fail; that is no fault to report.
    private void awaitSignalledEnd() {
        if (signalled) {
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void stopOnSignal() {
        signalled = true;
        terminal.line("stopping");
        stack.close();
        Training.afterwards(stack.settings().root());
        stopped.countDown();
        if (onlyWaiting) {
            // Java would end with 128 and the signal's number, which supervisors call a failure.
            Runtime.getRuntime().halt(0);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            // The virtual machine is ending, so the hook does the work.
            awaitSignalledEnd();
            return;
        }
        stack.close();
        Training.afterwards(stack.settings().root());
    }
}
