package org.orangeline.launcher.access;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a broker grants to agencies in step with their agreements: one that ends, is taken
 * away or is changed without a new version ends its agency's grants and credentials too, and one
 * that begins is granted.
 */
public final class GrantsInTime {
    /** So long at most does a grant outlast its agreement. */
    public static final Duration EVERY = Duration.ofSeconds(5);

    /**
     * So many looks apart, a minute, the broker is made to grant even what it granted before: what
     * the gateway went by first is known there only, and may have been said since.
     */
    static final int AGAIN = 12;

    private final Supplier<AgreementsInForce> inForce;
    private final Function<AgreementsInForce, List<String>> grant;
    private final Consumer<String> report;
    private @Nullable AgreementsInForce granted;
    private @Nullable List<String> said;
    private int looks;
    private @Nullable String trouble;

    /**
     * @param inForce the agreements that are in force now
     * @param grant makes the broker grant what follows from these and nothing else, and says to
     *     which agencies
     * @param report gets a line for each change, and for each failure that is not the one before
     */
    public GrantsInTime(
            Supplier<AgreementsInForce> inForce,
            Function<AgreementsInForce, List<String>> grant,
            Consumer<String> report) {
        this.inForce = inForce;
        this.grant = grant;
        this.report = report;
    }

    /** Looks once, and grants when the agreements are others than before, or after a while. */
    public synchronized void look() {
        AgreementsInForce now = inForce.get();
        looks++;
        if (now.equals(granted) && looks < AGAIN) {
            return;
        }
        granted = null; // what fails may have been done in part
        List<String> agencies = grant.apply(now);
        granted = now;
        looks = 0;
        if (!agencies.equals(said)) {
            said = agencies;
            report.accept("agencies at the broker: " + String.join(", ", agencies));
        }
    }

    /** Looks until the thread is interrupted; what fails is tried again. */
    public void keep() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                look();
                trouble = null;
            } catch (RuntimeException e) {
                say(String.valueOf(e.getMessage()));
            }
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void say(String failure) {
        if (!failure.equals(trouble)) {
            trouble = failure;
            report.accept("the grants of agencies are not what they should be: " + failure);
        }
    }
}
