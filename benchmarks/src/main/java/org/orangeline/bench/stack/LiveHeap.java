package org.orangeline.bench.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Java process has in use after a full collection, as the JDK's {@code jcmd} says. */
final class LiveHeap {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private LiveHeap() {}

    /**
     * Collects, and counts.
     *
     * @throws LostException when the process cannot be asked
     */
    static long bytes(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process asked =
                    new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                            .redirectErrorStream(true)
                            .start();
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return parsed(said);
        } catch (IOException e) {
            throw new LostException("jcmd cannot be run: " + e.getMessage());
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
