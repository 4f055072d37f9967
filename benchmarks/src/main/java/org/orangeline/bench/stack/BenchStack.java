package org.orangeline.bench.stack;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.orangeline.bench.load.Requests;
import org.orangeline.events.Service;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.keys.Role;
import org.orangeline.launcher.keys.TokenRequest;
import org.orangeline.launcher.stack.DataFolder;
import org.orangeline.launcher.stack.ServiceProcess;
import org.orangeline.launcher.stack.Stack;
import org.orangeline.launcher.stack.StackSettings;
import org.orangeline.launcher.verify.Target;
import org.orangeline.runtime.log.LogClients;

/** A stack of real processes, with one operation. */
public final class BenchStack implements AutoCloseable {
    /** The operation that everything is about. */
    public static final String OPERATION = "bench";

    private static final Duration READY = Duration.ofMinutes(30);
    private static final long SETTLE_NANOS = 3_000_000_000L;
    private static final long POLL_MILLIS = 200;

    private final Stack stack;
    private final Terminal terminal;
    private final List<ServiceProcess> running = new ArrayList<>();

    private BenchStack(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    /** Everything, on what the folder holds. */
    public static BenchStack start(StackSettings settings, Terminal terminal) {
        BenchStack bench = new BenchStack(Stack.open(settings), terminal);
        try {
            bench.startAll();
            return bench;
        } catch (RuntimeException e) {
            bench.close();
            throw e;
        }
    }

    /** Everything, on an empty folder. */
    public static BenchStack startEmpty(StackSettings settings, Terminal terminal) {
        DataFolder.open(settings.data()).empty();
        return start(settings, terminal);
    }

    /** The broker alone, on what the folder holds. */
    public static BenchStack brokerOnly(StackSettings settings, Terminal terminal) {
        BenchStack bench = new BenchStack(Stack.open(settings), terminal);
        try {
            bench.stack.startBroker();
            return bench;
        } catch (RuntimeException e) {
            bench.close();
            throw e;
        }
    }

    private void startAll() {
        terminal.status("starting the stack");
        stack.startEverything();
        for (Service service : Service.values()) {
            running.add(stack.service(service));
        }
        running.add(stack.gateway());
        running.forEach(process -> process.awaitReady(READY));
    }

    /** Ends all but broker and intake: what is left does what a peer does. */
    public BenchStack onlyIntake() {
        ServiceProcess intake = stack.service(Service.INTAKE);
        running.stream().filter(process -> process != intake).forEach(ServiceProcess::stop);
        running.removeIf(process -> process != intake);
        return this;
    }

    /** Starts one service and does not wait for it. */
    public ServiceProcess startService(Service service) {
        ServiceProcess process = stack.start(service);
        running.add(process);
        return process;
    }

    public URI address(Service service) {
        return stack.service(service).address();
    }

    public URI gateway() {
        return stack.gateway().address();
    }

    /** The process that listens there. */
    public ServiceProcess process(URI address) {
        return running.stream()
                .filter(process -> process.address().equals(address))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing listens at " + address));
    }

    /** The token of an agency's program. */
    public String agencyToken(String agency) {
        return stack.tokens().issue(TokenRequest.agency(agency));
    }

    /** Calls of an officer of the operation, who may do all that these roles may. */
    public Requests as(Service service, String name, Role... roles) {
        String token = stack.tokens().issue(TokenRequest.human(name, OPERATION, roles));
        return new Requests(address(service), token);
    }

    /** Opens the operation: the first write after "ready". */
    public void openOperation() {
        Requests coordinator = as(Service.INTAKE, "Rahel Brandt", Role.COORDINATOR);
        String json =
                "{\"operation\":\"%s\",\"name\":\"Benchmark\",\"numberPrefix\":\"BEN\"}"
                        .formatted(OPERATION);
        int status = Once.send(coordinator.base(), coordinator.post("/operations", json)).status();
        if (status != 201) {
            throw new LostException("the first write after ready was answered " + status);
        }
    }

    /** Clients of its log. */
    public LogClients log() {
        return new LogClients(Map.of("bootstrap.servers", stack.broker().bootstrap()));
    }

    /** Waits until nobody writes any more; how many events there are. */
    public long settled() {
        long last = -1;
        long since = System.nanoTime();
        while (System.nanoTime() - since < SETTLE_NANOS) {
            long now = 0;
            for (Service service : Service.values()) {
                now += Progress.of(address(service)).sequence();
            }
            if (now != last) {
                last = now;
                since = System.nanoTime();
            }
            pause();
        }
        return last;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Bytes in use after a full collection, of the services and the gateway. */
    public Map<String, Long> liveBytes() {
        Map<String, Long> live = new LinkedHashMap<>();
        running.forEach(process -> live.put(process.name(), LiveHeap.bytes(process.pid())));
        return live;
    }

    /** What the log checker looks at: the services that run. */
    Target target() {
        Map<Service, URI> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            if (running.contains(stack.service(service))) {
                services.put(service, address(service));
            }
        }
        return new Target(log(), services, stack.tokens());
    }

    /** CPU seconds that broker and services have used since they were started. */
    public double cpuSeconds() {
        LongStream services = running.stream().mapToLong(ServiceProcess::pid);
        return LongStream.concat(LongStream.of(stack.broker().pid()), services)
                .mapToDouble(BenchStack::cpuSeconds)
                .sum();
    }

    private static double cpuSeconds(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(used -> used.toNanos() / 1e9)
                .orElse(0.0);
    }

    /** CPU seconds so far, by process. */
    public Map<String, Double> cpuByProcess() {
        Map<String, Double> used = new LinkedHashMap<>();
        used.put("broker", cpuSeconds(stack.broker().pid()));
        running.forEach(process -> used.put(process.name(), cpuSeconds(process.pid())));
        return used;
    }

    @Override
    public void close() {
        stack.close();
    }
}
