package org.orangeline.launcher.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orangeline.launcher.access.Access;
import org.orangeline.launcher.access.AgreementsInForce;
import org.orangeline.launcher.access.GrantsInTime;
import org.orangeline.launcher.access.Secured;
import org.orangeline.launcher.keys.LocalKeys;
import org.orangeline.localkafka.BrokerSecurity;

/** Who may do what at a stack's secured broker, as long as it runs. */
final class StackAccess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final LocalKeys keys;
    private final Supplier<AgreementsInForce> inForce;
    private final Consumer<String> report;
    private @Nullable Thread keeper;

    /**
     * @param agreements the folder of agreements
     * @param clock by which they begin and end
     * @param report gets a line for each change
     */
    StackAccess(Path agreements, LocalKeys keys, StackClock clock, Consumer<String> report) {
        this.keys = keys;
        this.inForce =
                () -> AgreementsInForce.of(agreements, keys.agreementSignersFile(), clock.now());
        this.report = report;
    }

    /** Certificates and accounts, of new agencies too. */
    private Secured secured() {
        return Secured.in(keys.folder(), inForce.get().withAccounts(), List.of());
    }

    BrokerSecurity broker() {
        return secured().broker();
    }

    Path file(String principal) {
        return secured().accounts().file(principal);
    }

    /** From now on what the broker grants begins and ends with the agreements. */
    synchronized void keep(String bootstrap) {
        if (keeper == null) {
            GrantsInTime grants = new GrantsInTime(inForce, now -> grant(bootstrap, now), report);
            grants.look();
            keeper = Thread.ofVirtual().name("grants").start(grants::keep);
        }
    }

    private List<String> grant(String bootstrap, AgreementsInForce now) {
        return Access.apply(bootstrap, secured().accounts(), now, PATIENCE).agencies();
    }

    @Override
    public synchronized void close() {
        if (keeper != null) {
            keeper.interrupt();
        }
    }
}
