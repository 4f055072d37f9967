package org.orangeline.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Service;
import org.orangeline.launcher.LaunchException;
import org.orangeline.localkafka.AotCache;
import org.orangeline.localkafka.ChildProcess;

/**
 * One instance of a service as a child process. It can be killed, paused and started again; its
 * state is in the log, so nothing of it is kept between two runs but the log file.
 */
public final class ServiceProcess {
    /** Longer than the services' own limit for an orderly end. */
    private static final Duration STOP_LIMIT = AotCache.endsWithin(Duration.ofSeconds(30));

    private static final String JAR = "quarkus-run.jar";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long ROLL_LOG_BYTES = 20_000_000;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /**
     * Views only grow, and G1 would take that for a reason to mark the whole heap again and again.
     * The image has the same.
     */
    private static final List<String> MARKING =
            List.of("-XX:-G1UseAdaptiveIHOP", "-XX:InitiatingHeapOccupancyPercent=70");

    private final @Nullable Service service;
    private final int port;
    private final ChildProcess.Launch launch;
    private final PidFiles pids;
    private volatile @Nullable ChildProcess child;

    ServiceProcess(@Nullable Service service, int port, ChildProcess.Launch launch, PidFiles pids) {
        this.service = service;
        this.port = port;
        this.launch = launch;
        this.pids = pids;
    }

    /** How to start a packaged Quarkus application. */
    static ChildProcess.Launch launch(
            String name, Path app, String heap, Map<String, String> environment, Path log) {
        Path jar = app.resolve(JAR);
        if (!Files.isRegularFile(jar)) {
            throw new LaunchException(name + " is not built: there is no " + jar);
        }
        Attributes manifest = manifest(jar);
        List<String> options = new ArrayList<>();
        options.add("-Xmx" + heap);
        options.add("-XX:+ExitOnOutOfMemoryError");
        options.addAll(MARKING);
        // They count only for java -jar, so they are given here.
        String opens = manifest.getValue("Add-Opens");
        for (String packageName : opens == null ? new String[0] : opens.split(" ")) {
            options.add("--add-opens=" + packageName + "=ALL-UNNAMED");
        }
        return new ChildProcess.Launch(
                name,
                options,
                cache(app),
                List.of(jar.toString()),
                manifest.getValue(Attributes.Name.MAIN_CLASS),
                List.of(),
                environment,
                log);
    }

    /** What a packaged Quarkus application starts from; every instance of it from the same. */
    public static AotCache cache(Path app) {
        return AotCache.in(app.resolveSibling("aot"), "service", app.resolve(JAR));
    }

    private static Attributes manifest(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            if (manifest == null) {
                throw new LaunchException(jar + " has no manifest");
            }
            return manifest.getMainAttributes();
        } catch (IOException e) {
            throw new LaunchException(jar + " cannot be read", e);
        }
    }

    /** Starts it, and does not wait until it is ready. Does nothing when it runs. */
    public synchronized ServiceProcess start() {
        if (!isAlive()) {
            StackPorts.requireFree(port, name());
            rollLog();
            ChildProcess started = ChildProcess.start(launch);
            child = started;
            pids.started(name(), started.pid());
        }
        return this;
    }

    private void rollLog() {
        Path log = launch.output();
        try {
            if (Files.exists(log) && Files.size(log) > ROLL_LOG_BYTES) {
                Files.move(
                        log,
                        log.resolveSibling(log.getFileName() + ".1"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Which service it is an instance of.
     *
     * @throws IllegalStateException when it is the gateway, which writes nothing to the domain
     */
    public Service service() {
        if (service == null) {
            throw new IllegalStateException(name() + " is none of the services");
        }
        return service;
    }

    /** Whether it is an instance of that service. */
    boolean is(Service other) {
        return service == other;
    }

    /** Its name, unique in the stack. */
    public String name() {
        return launch.name();
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where it answers for health, metrics, and the description of its calls. */
    public URI management() {
        return management(address());
    }

    /** The same of a service that takes calls at an address on this machine. */
    public static URI management(URI address) {
        return URI.create(
                address.getScheme()
                        + "://"
                        + address.getHost()
                        + ":"
                        + StackPorts.management(address.getPort()));
    }

    /** Its process id. */
    public long pid() {
        return started().pid();
    }

    /** Whether the process exists; a paused one does. */
    public boolean isAlive() {
        ChildProcess current = child;
        return current != null && current.isAlive();
    }

    /** Waits for its end; the exit code, or -1 when it has not ended in time. */
    public int awaitExit(Duration limit) {
        return started().awaitExit(limit) ? started().exitCode() : -1;
    }

    /** What it says about itself now. */
    public Health health() {
        HttpRequest request =
                HttpRequest.newBuilder(management().resolve("/q/health/ready"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return Health.of(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return Health.SILENT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.SILENT;
        }
    }

    /** Waits until it is ready. */
    public ServiceProcess awaitReady(Duration limit) {
        return awaitReady(limit, detail -> {});
    }

    /**
     * Waits until it is ready.
     *
     * @param limit how long at most
     * @param progress gets the detail of every answer that says "not yet"
     * @throws LaunchException when it ends, or is not ready in time
     */
    public ServiceProcess awaitReady(Duration limit, Consumer<String> progress) {
        long deadline = System.nanoTime() + limit.toNanos();
        for (Health health = health(); !health.ready(); health = health()) {
            if (!isAlive()) {
                throw new LaunchException(name() + " ended at its start, see " + launch.output());
            }
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new LaunchException(
                        name() + " is not ready after " + limit + ": " + health.detail());
            }
            progress.accept(health.detail());
            sleep();
        }
        return this;
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGKILL, and waits until it is gone. */
    public synchronized void kill() {
        started().kill();
        pids.ended(name());
    }

    /** SIGTERM and an orderly end; SIGKILL when that takes too long. */
    public synchronized void stop() {
        ChildProcess current = child;
        if (current != null) {
            current.stop(STOP_LIMIT);
            pids.ended(name());
        }
    }

    /** Stops it in order and starts it again, without waiting until it is ready. */
    public ServiceProcess restart() {
        stop();
        return start();
    }

    /** SIGSTOP: it stands still with its connections open. */
    public void pause() {
        started().pause();
    }

    /** SIGCONT. */
    public void resume() {
        started().resume();
    }

    /** The last lines of its log file. */
    public String tail() {
        return started().tail();
    }

    private ChildProcess started() {
        ChildProcess current = child;
        if (current == null) {
            throw new IllegalStateException(name() + " was never started");
        }
        return current;
    }
}
