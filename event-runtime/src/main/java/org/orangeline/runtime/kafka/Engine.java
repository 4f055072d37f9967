package org.orangeline.runtime.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.Partitions;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.runtime.Submission;
import org.orangeline.runtime.View;
import org.orangeline.runtime.keys.ImpatientKeys;
import org.orangeline.runtime.keys.KeyRing;
import org.orangeline.runtime.keys.KeyService;
import org.orangeline.runtime.keys.KeyServiceException;
import org.orangeline.runtime.keys.ProcessKeys;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogEnds;
import org.orangeline.runtime.log.TopicFollower;

/**
 * One instance of a service: follows every partition, owns some, decides for those. Start it, feed
 * the channels into {@link #upstream}, and submit.
 */
public final class Engine<C extends Command, O, K, E extends DomainEvent> implements AutoCloseable {

    private static final Duration ASK = Duration.ofSeconds(15);
    private static final String MEMBERSHIP = "membership";
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Model<C, O, K, E> model;
    private final RuntimeSettings settings;
    private final ProcessKeys processKeys;
    private final KeyRing ring;
    private final RuntimeMetrics metrics;
    private final OwnLogFollower follower;
    private final Membership membership;
    private final KeyWatch keyWatch;
    private final LogWatch watch;
    private final Answers answers;
    private final Past<O, K> past;
    private final Map<Service, UpstreamLog> upstream = new EnumMap<>(Service.class);
    private final List<PartitionWorker<C, O, K, E>> workers = new ArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /**
     * @param clock what events are dated by
     * @param machineClock the same, unless a demonstration has turned that one; compared with the
     *     broker's
     */
    public Engine(
            Model<C, O, K, E> model,
            RuntimeSettings settings,
            ProcessKeys processKeys,
            KeyService masterKeys,
            Clock clock,
            Clock machineClock,
            RuntimeMetrics metrics,
            QuarantineSink quarantine) {
        this.model = model;
        this.settings = settings;
        this.processKeys = processKeys;
        this.metrics = metrics;
        this.ring =
                new KeyRing(
                        new ImpatientKeys(masterKeys, Limits.KEY_PATIENCE), model.service().id());
        LogClients clients = new LogClients(settings.kafka());
        LogEnds ends = new LogEnds(clients, ASK);
        this.keyWatch =
                new KeyWatch(
                        () -> {
                            masterKeys.check(model.service().id() + "/ready");
                            ring.requireMasters();
                        },
                        settings.auditEvery());
        this.watch =
                new LogWatch(
                        model,
                        settings,
                        clients,
                        ends,
                        partition -> workers.get(partition).fault());
        this.answers = new Answers(clients, ASK, ring);
        this.past = new Past<>(model, clients);
        Service service = model.service();
        this.follower =
                new OwnLogFollower(
                        clients,
                        ends,
                        settings.partitions(),
                        service,
                        model.upstream(),
                        ring,
                        new Delivering(),
                        (by, partition, order) -> upstream(by).written(partition, order),
                        () -> upstream.values().forEach(UpstreamLog::awaken));
        this.membership =
                new Membership(
                        clients,
                        settings,
                        service,
                        partition -> workers.get(partition).assign(),
                        partition -> workers.get(partition).revoke());
        var takeover =
                new Takeover(settings, service, model.upstream(), ends, membership, follower);
        for (int partition = 0; partition < settings.partitions(); partition++) {
            var worker =
                    new PartitionWorker<>(
                            model,
                            partition,
                            takeover,
                            ring,
                            clock,
                            metrics,
                            quarantine,
                            processKeys::contentHash,
                            new ClockWatch(machineClock),
                            rereading(partition),
                            new KeyRoll(settings.rollKeysEvery(), System::nanoTime));
            workers.add(worker);
            metrics.gauge("sequence", partition, worker, w -> w.view().sequence());
            metrics.gauge("leading", partition, worker, w -> w.role() == Role.LEADING ? 1 : 0);
            metrics.gauge("lag", partition, worker, w -> lag(w.view()));
        }
        metrics.gauge("view.age.seconds", follower, f -> f.sinceHeard().toMillis() / 1000.0);
        for (Service other : model.upstream()) {
            upstream.put(other, new UpstreamLog(other, settings.partitions(), new Delivering()));
        }
    }

    /** Returns at once; {@link #problems} says when it is ready. */
    public void start() {
        keyWatch.start();
        watch.start(() -> {
            for (int partition = 0; partition < settings.partitions(); partition++) {
                thread("partition-" + partition, workers.get(partition));
            }
            thread("own-log", follower);
            thread(MEMBERSHIP, membership);
        });
    }

    private void thread(String name, Runnable body) {
        threads.add(Thread.ofPlatform().name(name).start(body));
    }

    private IntConsumer rereading(int partition) {
        return round -> {
            follower.reread(partition, round);
            upstream.values().forEach(log -> log.reread(partition, round));
        };
    }

    private final class Delivering implements OwnLogFollower.Delivery {

        @Override
        public void deliver(int partition, Task task) throws InterruptedException {
            workers.get(partition).put(task);
        }

        @Override
        public long folded(int partition) {
            return workers.get(partition).view().sequence();
        }
    }

    /** Decides a command. Completes after the commit; never exceptionally. */
    public CompletableFuture<Outcome> submit(Submission<C> submission) {
        int partition = partition(submission.command().operation());
        if (model.needsOthers(submission.command())
                && upstream.values().stream().anyMatch(UpstreamLog::isStale)) {
            return CompletableFuture.completedFuture(
                    Outcome.Unavailable.because(
                            "what the other services recorded is not known to be complete"));
        }
        byte[] content = submission.content().bytes();
        String hash = processKeys.contentHash(content);
        PartitionWorker<C, O, K, E> worker = workers.get(partition);
        return worker.submit(
                        new Entry<>(submission, hash, content.length, settings.commandTimeout()))
                .thenCompose(verdict ->
                        answers.outcome(
                                verdict, partition, worker.state().index(), submission, hash))
                .whenComplete((outcome, error) ->
                        metrics.answered(submission.command().getClass().getSimpleName(), outcome));
    }

    /** The address of the instance that decides for an operation, when it is another one. */
    public Optional<String> otherOwner(String operation) {
        return workers.get(partition(operation)).otherOwner();
    }

    /** The committed moment that reads of an operation see. */
    public View<O, K> view(String operation) {
        return workers.get(partition(operation)).view();
    }

    /**
     * What was recorded by an instant, of this service and of those that it learns from, folded
     * from the log by the same functions as the present.
     *
     * @throws org.apache.kafka.common.KafkaException when the log cannot be read now
     */
    public View<O, K> viewAsOf(String operation, Instant at) {
        PartitionWorker<C, O, K, E> worker = workers.get(partition(operation));
        return past.asOf(worker.state().checkpoints(), worker.view(), at);
    }

    public Service service() {
        return model.service();
    }

    /**
     * Gives an operation new keys; no event is touched.
     *
     * @return how many persons' keys were wrapped anew; fails with {@link KeyServiceException},
     *     also where this instance does not decide
     */
    public CompletableFuture<Integer> rotateKeys(String operation) {
        var done = new CompletableFuture<Integer>();
        if (!workers.get(partition(operation)).order(new Task.RotateKeys(operation, done))) {
            done.completeExceptionally(new KeyServiceException("the partition has stopped"));
        }
        return done;
    }

    /** Why reads of an operation must be refused now, or an empty string. */
    public String staleness(String operation) {
        String fault = workers.get(partition(operation)).fault();
        if (!fault.isEmpty()) {
            return "the partition has stopped: " + fault;
        }
        if (!isCaughtUp(operation)) {
            return "the view is still being rebuilt from the log";
        }
        return follower.sinceHeard().compareTo(Limits.STALE_AFTER) > 0
                ? "the view is not known to be current"
                : "";
    }

    /** Whether all that was in the log at the start is folded, as far as an operation goes. */
    public boolean isCaughtUp(String operation) {
        return status(partition(operation)).isCaughtUp();
    }

    /** Whether what the view of an operation lacks is known not to be there. */
    public boolean isSureOfAbsence(String operation) {
        boolean heard = follower.sinceHeard().compareTo(Limits.UNSURE_AFTER) <= 0;
        return heard
                && isCaughtUp(operation)
                && view(operation).sequence() >= follower.told(partition(operation));
    }

    /** Whether a record about a subject could not be read, so that its decisions are held up. */
    public boolean isQuarantined(String operation, String subject) {
        return workers.get(partition(operation))
                .state()
                .isQuarantined(new SubjectRef(operation, subject));
    }

    /** The events about a subject, oldest first, read from the log. */
    public CompletableFuture<List<Recorded<DomainEvent>>> history(
            String operation, String subject) {
        int partition = partition(operation);
        return answers.history(
                partition,
                workers.get(partition).state().index().subjectEvents(operation, subject));
    }

    /** Whether this service has a person or facility of that id in its log. */
    public boolean hasHistory(String operation, String subject) {
        return workers.get(partition(operation)).state().index().hasSubject(operation, subject);
    }

    /** The services that this one learns from, each over a channel. */
    public Set<Service> upstream() {
        return Set.copyOf(upstream.keySet());
    }

    /** Where the channel of an upstream service is fed in. */
    public UpstreamLog upstream(Service service) {
        UpstreamLog log = upstream.get(service);
        if (log == null) {
            throw new IllegalArgumentException("nothing is learned from " + service.id());
        }
        return log;
    }

    /** Opens confidential values with the keys of this service. */
    public KeyRing keys() {
        return ring;
    }

    /** What keeps this instance from being ready; empty when it is. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>(watch.findings());
        problems.addAll(keyWatch.findings());
        for (PartitionStatus status : status()) {
            if (!status.fault().isEmpty()) {
                problems.add("partition " + status.partition() + " has stopped: " + status.fault());
            } else if (!status.isCaughtUp()) {
                problems.add("partition " + status.partition() + " is still rebuilding its view");
            }
        }
        if (problems.isEmpty()) {
            workers.stream()
                    .filter(worker -> !worker.isSettled())
                    .forEach(worker -> problems.add("nobody decides yet in a partition"));
        }
        workers.stream()
                .map(PartitionWorker::obstacle)
                .filter(obstacle -> !obstacle.isEmpty())
                .distinct()
                .forEach(problems::add);
        upstream.values().forEach(log -> problems.addAll(log.problems()));
        if (follower.sinceHeard().compareTo(Limits.STALE_AFTER) > 0) {
            problems.add("the end of the log was not reached lately");
        }
        return problems;
    }

    public List<PartitionStatus> status() {
        return IntStream.range(0, workers.size()).mapToObj(this::status).toList();
    }

    private PartitionStatus status(int partition) {
        PartitionWorker<C, O, K, E> worker = workers.get(partition);
        View<O, K> view = worker.view();
        Map<String, Long> learn = new TreeMap<>();
        watch.targets(partition)
                .ifPresent(targets ->
                        targets.learn().forEach((from, last) -> learn.put(from.id(), last)));
        return new PartitionStatus(
                partition,
                worker.role(),
                worker.tenure(),
                view.sequence(),
                watch.targets(partition).map(Takeover.Targets::own).orElse(-1L),
                view.knownThrough(),
                learn,
                worker.state().quarantinedCount(),
                worker.fault());
    }

    public View<O, K> partitionView(int partition) {
        return workers.get(partition).view();
    }

    public int partition(String operation) {
        return Partitions.of(operation, settings.partitions());
    }

    /**
     * Follows one of this service's topics that hold no events; still to be started.
     *
     * @param taker gets each record
     */
    public TopicFollower follower(String topic, Consumer<ConsumerRecord<String, byte[]>> taker) {
        List<TopicPartition> places =
                IntStream.range(0, settings.partitions())
                        .mapToObj(partition -> new TopicPartition(topic, partition))
                        .toList();
        return new TopicFollower(new LogClients(settings.kafka()), topic, places, taker);
    }

    public RuntimeSettings settings() {
        return settings;
    }

    private double lag(View<O, K> view) {
        return watch.targets(view.partition())
                .map(targets -> (double) Math.max(0, targets.own() - view.sequence()))
                .orElse(-1.0);
    }

    /** For failure drills: dies without a word to the group or the other threads' work. */
    void die() {
        watch.close();
        keyWatch.close();
        membership.vanish();
        follower.close();
        workers.forEach(PartitionWorker::stop);
        join();
        answers.close();
    }

    /** For failure drills: the group misses this instance, which believes that nothing changed. */
    void losesItsGroup() {
        membership.vanish();
    }

    /** For failure drills: the group counts on it, and it is about to fence. */
    boolean isHolding(int partition) {
        return workers.get(partition).isHolding();
    }

    /** For failure drills. */
    int failedTakeovers(int partition) {
        return workers.get(partition).failedTakeovers();
    }

    @Override
    public void close() {
        watch.close();
        keyWatch.close();
        // First the group, while the partitions' threads still can end their tenures in order.
        membership.close();
        join(MEMBERSHIP);
        follower.close();
        workers.forEach(PartitionWorker::stop);
        join();
        answers.close();
    }

    private void join() {
        threads.forEach(Engine::join);
    }

    private void join(String name) {
        threads.stream().filter(thread -> thread.getName().equals(name)).forEach(Engine::join);
    }

    private static void join(Thread thread) {
        try {
            if (!thread.join(STOP)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
