package org.orangeline.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Service;
import org.orangeline.launcher.LaunchException;
import org.orangeline.launcher.access.Principals;
import org.orangeline.launcher.keys.LocalKeys;
import org.orangeline.launcher.keys.TokenIssuer;
import org.orangeline.localkafka.LocalBroker;

/**
 * A broker and the services of one data folder. Everything that was started ends with {@link
 * #close()}, the broker last, and at the latest when this process ends.
 */
public final class Stack implements AutoCloseable {
    /** The module, process and log file of the gateway for agencies. */
    public static final String GATEWAY = Principals.GATEWAY;

    private final StackSettings settings;
    private final DataFolder folder;
    private final FileLock lock;
    private final PidFiles pids;
    private final LocalKeys keys;
    private final StackClock clock;
    private final @Nullable StackAccess access;
    private final LocalBroker broker;
    private final List<String> notices;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final Agreements agreements;
    private final ServiceProcess gateway;
    private final List<ServiceProcess> inOrder = new ArrayList<>();
    private volatile Consumer<String> report = line -> {};
    private volatile boolean closing;

    private Stack(StackSettings asked, DataFolder folder, FileLock lock) {
        this.settings = asked.partitions(folder.partitions().orElse(asked.partitions()));
        this.folder = folder;
        this.lock = lock;
        this.pids = new PidFiles(folder.pids());
        this.notices = pids.endLeftOvers();
        settings.ports().requireFree();
        this.keys = LocalKeys.in(folder.keys());
        keys.notice().ifPresent(notices::add);
        this.clock = StackClock.in(folder.path());
        if (settings.turnable()) {
            clock.make();
        }
        if (!clock.ahead().isZero()) {
            notices.add("the clock of this folder is ahead by " + clock.ahead());
        }
        this.agreements =
                Agreements.in(settings.data().resolve("agreements"), keys, settings.root());
        this.access =
                settings.secure()
                        ? new StackAccess(agreements.folder(), keys, clock, this::report)
                        : null;
        this.broker =
                new LocalBroker(
                        access == null
                                ? settings.broker()
                                : settings.broker().secured(access.broker()));
        for (Service service : Service.values()) {
            ServiceProcess process =
                    process(service, service.id(), settings.ports().of(service), Map.of());
            services.put(service, process);
            inOrder.add(process);
        }
        this.gateway = process(null, GATEWAY, settings.ports().gateway(), Map.of());
        inOrder.add(gateway);
    }

    /**
     * Takes the data folder, ends what an earlier stack left behind, and makes the keys; starts
     * nothing yet.
     *
     * @throws LaunchException when the folder cannot be used or is in use
     * @throws org.orangeline.localkafka.PortInUseException when a port is taken
     */
    public static Stack open(StackSettings settings) {
        DataFolder folder = DataFolder.open(settings.data());
        FileLock lock = folder.lock();
        try {
            return new Stack(settings, folder, lock);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    /** What the person who started it should know, left-over processes that were ended. */
    public List<String> notices() {
        return Collections.unmodifiableList(notices);
    }

    /** From now on what changes by itself is said to somebody. */
    public void reportTo(Consumer<String> report) {
        this.report = report;
    }

    private void report(String line) {
        report.accept(line);
    }

    /** The settings that it was opened with, and the partitions of a log that was there before. */
    public StackSettings settings() {
        return settings;
    }

    /** Its broker, which may be stopped, killed, and started again. */
    public LocalBroker broker() {
        return broker;
    }

    /** Makes tokens that its services accept. */
    public TokenIssuer tokens() {
        return new TokenIssuer(keys.issuer());
    }

    /** Its clock; only one that was opened as turnable follows it. */
    public StackClock clock() {
        return clock;
    }

    /** Its keys. */
    public LocalKeys keys() {
        return keys;
    }

    /** The first instance of a service. */
    public ServiceProcess service(Service service) {
        ServiceProcess process = services.get(service);
        if (process == null) {
            throw new IllegalArgumentException("no such service: " + service);
        }
        return process;
    }

    /** The gateway for agencies. */
    public ServiceProcess gateway() {
        return gateway;
    }

    /** The agreements that its gateway goes by. */
    public Agreements agreements() {
        return agreements;
    }

    /** Starts the gateway; does not wait until it is ready. */
    public ServiceProcess startGateway() {
        refuseWhenClosing();
        return gateway.start();
    }

    /** Starts the broker and waits until it answers. */
    public Stack startBroker() {
        launchBroker();
        return awaitBroker();
    }

    private void launchBroker() {
        refuseWhenClosing();
        broker.launch();
        pids.started("broker", broker.pid());
    }

    private Stack awaitBroker() {
        broker.awaitAnswer();
        if (access != null) {
            access.keep(broker.bootstrap());
        }
        return this;
    }

    /**
     * Starts everything side by side, since each waits for the others by itself; returns when the
     * broker answers. Nobody gets in at a secured broker before it has the accounts, so there the
     * services come after it.
     */
    public Stack startEverything() {
        launchBroker();
        if (access != null) {
            awaitBroker();
        }
        services.values().forEach(ServiceProcess::start);
        gateway.start();
        return awaitBroker();
    }

    /** The file with which a principal gets in at the broker; null when everybody does. */
    public @Nullable Path kafkaClientFile(String principal) {
        return access == null ? null : access.file(principal);
    }

    /** Starts the first instance of a service; does not wait until it is ready. */
    public ServiceProcess start(Service service) {
        refuseWhenClosing();
        return service(service).start();
    }

    /**
     * Starts another instance of a service on a free port; does not wait until it is ready.
     *
     * @param environment added to what every instance gets, or in place of it
     */
    public synchronized ServiceProcess startAnother(
            Service service, Map<String, String> environment) {
        refuseWhenClosing();
        long instances = inOrder.stream().filter(one -> one.is(service)).count();
        ServiceProcess process =
                process(
                        service,
                        service.id() + "-" + (instances + 1),
                        StackPorts.freeForService(),
                        environment);
        inOrder.add(process);
        return process.start();
    }

    private ServiceProcess process(
            @Nullable Service service, String name, int port, Map<String, String> extra) {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrap());
        if (access != null) {
            String principal = service == null ? GATEWAY : service.id();
            environment.put("ORANGELINE_KAFKA_CLIENT_FILE", access.file(principal).toString());
        }
        if (service == null || service == Service.INTAKE) {
            environment.put("ORANGELINE_GATEWAY_AGREEMENTS", agreements.folder().toString());
            environment.put("ORANGELINE_GATEWAY_SIGNERS", keys.agreementSignersFile().toString());
            environment.put("ORANGELINE_GATEWAY_KEYS", keys.agencyKeysFile().toString());
        }
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(StackPorts.management(port)));
        // A stack on one machine is there to be tried out.
        environment.put("QUARKUS_SWAGGER_UI_ENABLED", "true");
        if (service != null) {
            environment.put("ORANGELINE_PROCESS_KEYS", keys.processKeysFile(service).toString());
        }
        environment.put("ORANGELINE_PARTITIONS", Integer.toString(settings.partitions()));
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", keys.issuerPublicFile().toUri().toString());
        environment.put("MP_JWT_VERIFY_ISSUER", TokenIssuer.ISSUER);
        environment.put("MP_JWT_VERIFY_AUDIENCES", TokenIssuer.AUDIENCE);
        environment.put("ORANGELINE_TOKENS_REVOKED", keys.revokedTokensFile().toString());
        if (clock.exists()) {
            environment.put("ORANGELINE_CLOCK_FILE", clock.file().toString());
        }
        environment.putAll(extra);
        Path app = application(settings.root(), service == null ? GATEWAY : service.id());
        return new ServiceProcess(
                service,
                port,
                ServiceProcess.launch(name, app, settings.heap(), environment, folder.log(name)),
                pids);
    }

    /** Where the build puts a packaged service. */
    public static Path application(Path root, String name) {
        return root.resolve(name).resolve("target").resolve("quarkus-app");
    }

    /** Where the first instance of each service listens. */
    public Map<Service, URI> addresses() {
        Map<Service, URI> addresses = new EnumMap<>(Service.class);
        services.forEach((service, process) -> addresses.put(service, process.address()));
        return addresses;
    }

    /** Every instance that was ever started, in the order of the flow. */
    synchronized List<ServiceProcess> processes() {
        return List.copyOf(inOrder);
    }

    /** Whether it is being closed; children that end now do so on purpose. */
    public boolean isClosing() {
        return closing;
    }

    private void refuseWhenClosing() {
        if (closing) {
            throw new LaunchException("the stack is being stopped");
        }
    }

    /** Stops everything, the broker last, and gives the folder back. */
    @Override
    public void close() {
        closing = true;
        if (access != null) {
            access.close();
        }
        stopServices();
        broker.stop();
        pids.ended("broker");
        release(lock);
    }

    // Side by side: none of them needs another one to end in order, but all need the broker.
    private void stopServices() {
        List<Thread> stops =
                processes().stream()
                        .map(process -> Thread.ofVirtual().start(process::stop))
                        .toList();
        for (Thread stop : stops) {
            boolean interrupted = Thread.interrupted();
            try {
                stop.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
