package org.orangeline.launcher;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/**
 * What the person sees: lines, and one line at the bottom that changes. Where the output is not a
 * terminal, the changing line is printed a few times only.
 */
public final class Terminal {
    private static final int BAR_WIDTH = 30;
    private static final int WIDTH = 100;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintStream out;
    private final boolean interactive;
    private boolean open;
    private String last = "";
    private long drawnAt;

    /**
     * @param out where to print
     * @param interactive whether a line can be drawn over
     */
    public Terminal(PrintStream out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
    }

    /** Standard output; interactive when a person sits there. */
    @SuppressWarnings("SystemConsoleNull") // It may still be null by its contract.
    public static Terminal standard() {
        Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        return new Terminal(System.out, terminal);
    }

    /** Prints a line that stays. */
    public synchronized void line(String text) {
        endStatus();
        out.println(text);
        out.flush();
    }

    /** Shows a line that the next call replaces. */
    public synchronized void status(String text) {
        String cut = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
        if (cut.equals(last)) {
            return;
        }
        last = cut;
        if (interactive) {
            out.print("\r\u001b[K" + cut);
            out.flush();
            open = true;
        } else {
            out.println(cut);
            out.flush();
        }
    }

    /** Shows how far something is. */
    public synchronized void bar(String what, long done, long total) {
        long now = System.nanoTime();
        boolean complete = done >= total;
        if (!complete && now - drawnAt < REDRAW_NANOS) {
            return;
        }
        drawnAt = now;
        int percent = total == 0 ? 100 : (int) Math.min(100, done * 100 / total);
        if (!interactive) {
            // Four lines tell as much as a hundred.
            status(String.format(Locale.ROOT, "  %-24s %3d%%", what, percent / 25 * 25));
            return;
        }
        int filled = percent * BAR_WIDTH / 100;
        status(
                String.format(
                        Locale.ROOT,
                        "  %-24s %s%s %3d%%  %,d of %,d",
                        what,
                        "█".repeat(filled),
                        "░".repeat(BAR_WIDTH - filled),
                        percent,
                        done,
                        total));
        if (complete) {
            endStatus();
        }
    }

    private void endStatus() {
        if (open) {
            out.println();
            open = false;
        }
        last = "";
    }
}
