package org.orangeline.bench;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.orangeline.events.Service;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.stack.ServiceProcess;
import org.orangeline.launcher.stack.Stack;
import org.orangeline.localkafka.AotCache;
import org.orangeline.localkafka.LocalBroker;

/** Whether everything starts from an AOT cache, as it does for whoever has run a demo. */
final class Caches {
    private Caches() {}

    static void warn(Path root, Terminal terminal) {
        Stream<String> names =
                Stream.concat(
                        Stream.of(Service.values()).map(Service::id), Stream.of(Stack.GATEWAY));
        boolean fresh =
                LocalBroker.cache().isFresh()
                        && names.map(name -> ServiceProcess.cache(Stack.application(root, name)))
                                .allMatch(AotCache::isFresh);
        if (!fresh) {
            terminal.line("There are no AOT caches: ./orangeline train makes them, starts and the");
            terminal.line("first minute are slower without.");
        }
    }
}
