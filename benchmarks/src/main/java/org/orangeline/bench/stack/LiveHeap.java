package org.orangeline.bench.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Java process has in use after a full collection, as the JDK's {@code jcmd} says. */
final class LiveHeap {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private static final int LIMIT_SECONDS = 120;

    private LiveHeap() {}

    /**
     * Collects, and counts.
     *
     * @throws LostException when the process cannot be asked
     */
    static long bytes(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Path said = Files.createTempFile("heap", ".txt");
            try {
                Process asked =
                        new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                                .redirectErrorStream(true)
                                .redirectOutput(said.toFile())
                                .start();
                if (!asked.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    asked.destroyForcibly();
                }
                return parsed(Files.readString(said));
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new LostException("jcmd cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static long parsed(String histogram) {
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new LostException("jcmd said nothing about the heap: " + histogram.strip());
        }
        return Long.parseLong(total.group(1));
    }
}
