package org.orangeline.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.orangeline.events.Service;
import org.orangeline.launcher.stack.ServiceProcess;
import org.orangeline.launcher.stack.Stack;
import org.orangeline.localkafka.AotCache;
import org.orangeline.localkafka.LocalBroker;

/**
 * Sees to it that there are AOT caches. To make them takes longer than a build and two cores, so it
 * is done when a stack has ended and nobody waits: by a process of the lowest priority, of which
 * the next start has the use.
 */
final class Training {
    /** Set by the script, and not by tests. */
    private static final String PROPERTY = "orangeline.train";

    private Training() {}

    /** Begins in another process, when a cache is missing, or older than what was built. */
    static void afterwards(Path root) {
        if (Boolean.getBoolean(PROPERTY) && !AotCache.isRecording() && isDue(root)) {
            try {
                Process unused =
                        new ProcessBuilder(
                                        "nice",
                                        "-n",
                                        "19",
                                        root.resolve("orangeline").toString(),
                                        "train")
                                .redirectErrorStream(true)
                                .redirectInput(
                                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start();
            } catch (IOException e) {
                // Everything works without caches as well.
            }
        }
    }

    static boolean isDue(Path root) {
        Stream<AotCache> services =
                Stream.concat(
                                Stream.of(Service.values()).map(Service::id),
                                Stream.of(Stack.GATEWAY))
                        .map(name -> ServiceProcess.cache(Stack.application(root, name)));
        return !Stream.concat(services, Stream.of(LocalBroker.cache())).allMatch(AotCache::isFresh);
    }
}
