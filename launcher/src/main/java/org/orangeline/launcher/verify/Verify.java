package org.orangeline.launcher.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.orangeline.events.Service;
import org.orangeline.launcher.Terminal;

/** All checks of a log. */
public final class Verify {
    private final List<Check> checks;

    private Verify(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    /** Every check there is, in the order in which they run. */
    public static Verify everything(Terminal terminal) {
        return everything(terminal, new Heads());
    }

    /**
     * The same.
     *
     * @param heads takes where the chains end, and says what checkpoints they are compared with
     */
    public static Verify everything(Terminal terminal, Heads heads) {
        return new Verify(
                List.of(new LogIsSound(terminal, heads), new FoldEqualsAnswers(terminal)));
    }

    /**
     * These, and whether the rules held.
     *
     * @param listed whether each moment in which one did not is a line
     */
    public Verify andRules(Terminal terminal, boolean listed) {
        List<Check> all = new ArrayList<>(checks);
        all.add(new RulesHeld(terminal, listed));
        return new Verify(all);
    }

    /** Sequences, chain and contents only, of some services. */
    public static Verify log(Terminal terminal, Collection<Service> services) {
        return new Verify(List.of(new LogIsSound(terminal, services, new Heads())));
    }

    /**
     * Runs them and shows what they found.
     *
     * @return whether everything holds
     */
    public boolean run(Target target, Terminal terminal) {
        long faults = 0;
        for (Check check : checks) {
            Findings findings = new Findings();
            check.run(target, findings);
            findings.shown().forEach(fault -> terminal.line("WRONG: " + fault));
            terminal.line(
                    "verify, %s: %,d events, %s"
                            .formatted(
                                    check.name(),
                                    findings.events(),
                                    findings.faults() == 0
                                            ? "sound"
                                            : findings.faults() + " faults"));
            faults += findings.faults();
        }
        return faults == 0;
    }
}
