package org.orangeline.launcher.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Starts again what died, after a pause that doubles each time, so that a child which cannot live
 * does not keep the machine busy. A child that lived long enough starts over with a short pause.
 */
public final class Supervisor implements Runnable {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LIVED_WELL = Duration.ofMinutes(2);

    private final Stack stack;
    private final Consumer<String> report;
    private final List<Ward> wards = new ArrayList<>();

    /**
     * @param stack whose broker and services are watched, as soon as they were started
     * @param report gets a line for each death and each new start
     */
    public Supervisor(Stack stack, Consumer<String> report) {
        this.stack = stack;
        this.report = report;
        wards.add(new Ward("broker", stack.broker()::isAlive, stack::startBroker));
        for (ServiceProcess process : stack.processes()) {
            wards.add(new Ward(process.name(), process::isAlive, process::start));
        }
    }

    /** Watches until the stack is closed or the thread is interrupted. */
    @Override
    public void run() {
        while (!stack.isClosing() && !Thread.currentThread().isInterrupted()) {
            wards.forEach(this::look);
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void look(Ward ward) {
        long now = System.nanoTime();
        if (ward.alive.getAsBoolean()) {
            ward.dead = false;
            return;
        }
        if (stack.isClosing()) {
            return;
        }
        if (!ward.dead) {
            ward.died(now);
            report.accept(
                    ward.name + " ended, starting it again in " + ward.pause.toSeconds() + " s");
        } else if (now - ward.retryAt >= 0) {
            startAgain(ward);
        }
    }

    private void startAgain(Ward ward) {
        try {
            ward.start.run();
            ward.startedAt = System.nanoTime();
            ward.dead = false;
            report.accept(ward.name + " started again");
        } catch (RuntimeException e) {
            if (stack.isClosing()) {
                return;
            }
            ward.died(System.nanoTime());
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            report.accept(
                    ward.name + ": " + reason + "; again in " + ward.pause.toSeconds() + " s");
        }
    }

    private static final class Ward {
        private final String name;
        private final BooleanSupplier alive;
        private final Runnable start;
        private long startedAt = System.nanoTime();
        private long retryAt;
        private boolean dead;
        private Duration pause = Duration.ZERO;

        Ward(String name, BooleanSupplier alive, Runnable start) {
            this.name = name;
            this.alive = alive;
            this.start = start;
        }

        void died(long now) {
            boolean livedWell = !dead && now - startedAt > LIVED_WELL.toNanos();
            Duration doubled = pause.multipliedBy(2);
            if (livedWell || pause.isZero()) {
                pause = FIRST_PAUSE;
            } else {
                pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
            }
            dead = true;
            retryAt = now + pause.toNanos();
        }
    }
}
