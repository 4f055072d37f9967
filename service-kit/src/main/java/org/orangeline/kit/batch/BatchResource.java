package org.orangeline.kit.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.batch.HeldItem.State;
import org.orangeline.kit.batch.ItemOutcome.Outcome;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Captor;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.DeviceToken;
import org.orangeline.kit.rest.Devices;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.RawRequest;
import org.orangeline.kit.transport.RequestBounds;

/** Uploads of tablets that were offline. */
@Path("/")
@Produces({BatchResource.NDJSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class BatchResource {

    static final String NDJSON = "application/x-ndjson";

    private static final Problem DISCARDED =
            Problem.of(
                    ItemTaken.GONE,
                    "discarded",
                    "A human has discarded it",
                    "A human looked at this item and discarded it; it is not decided any more.");

    /** Calls about uploads, keys and tablets themselves, which wait for nobody. */
    private static final Set<String> NOT_OF_A_TABLET = Set.of("batches", "held", "keys", "devices");

    private static final String EXAMPLE =
            """
            {"itemId":"01957a41-2222-7222-8333-444455556666","deviceId":"tablet-3","deviceSequence":17,\
            "method":"POST","path":"example/of-a-command","body":{"reason":"as told"}}\
            """;

    /**
     * Calls that all uploads have under way together. A commit takes what waits, so few at a time
     * are many small transactions.
     */
    private static final int AT_A_TIME = 256;

    private final Semaphore places = new Semaphore(AT_A_TIME, true);
    private final Body body;
    private final RawRequest raw;
    private final Dispatcher dispatcher;
    private final ItemLog items;
    private final RefusedItems refused;
    private final HeldItems held;
    private final HeldLog log;
    private final Decisions decisions;
    private final Devices devices;
    private final KnownPersons persons;
    private final CurrentCaller caller;
    private final Clock clock;
    private final ObjectMapper mapper;
    private final RequestBounds bounds;

    BatchResource(
            Body body,
            RawRequest raw,
            Dispatcher dispatcher,
            ItemLog items,
            RefusedItems refused,
            HeldItems held,
            HeldLog log,
            Decisions decisions,
            Devices devices,
            KnownPersons persons,
            CurrentCaller caller,
            Clock clock,
            ObjectMapper mapper,
            RequestBounds bounds) {
        this.bounds = bounds;
        this.items = items;
        this.refused = refused;
        this.held = held;
        this.log = log;
        this.decisions = decisions;
        this.devices = devices;
        this.persons = persons;
        this.caller = caller;
        this.clock = clock;
        this.body = body;
        this.raw = raw;
        this.dispatcher = dispatcher;
        this.mapper = mapper;
    }

    @POST
    @Path("/operations/{op}/batches")
    @Access(everyOfficer = true, fromDevice = true)
    @Operation(
            summary = "Upload what a tablet kept while it was offline",
            description =
                    "One call of this service a line, in the tablet's order, plain or gzip; 5000 lines"
                            + " and 16 MiB unpacked at most. A line of more than 65536 bytes is"
                            + " `rejected` (413), one nested deeper than 16 or of more than 10000"
                            + " parts too (400), and the others go on. Each is checked and"
                            + " decided as if it had been made by itself. An outcome a line, in order,"
                            + " as soon as it is known: a connection that is cut costs only the lines"
                            + " that have none. `durable`: stored; `held`: safe here, and decided as soon"
                            + " as whom it names has arrived; `rejected`: never send it again as it"
                            + " is; `retry`: not known to be stored, send it again later. After a"
                            + " `retry` for want of the service, later lines about the same persons"
                            + " are not tried (`status` 0), the others are; after 16 in a row, or one"
                            + " that may concern anybody, the whole rest is not tried. The officer's"
                            + " token says who uploads, the `Device-Token` with which tablet: only"
                            + " its own items. What a revoked tablet uploads, and an arrival at"
                            + " another reception point than its own, is `held` until a human has"
                            + " looked at it. A decision (`x-decides`, rule S6) is never held: it"
                            + " names in `capturedBy` the officer who captured it, who must be the"
                            + " uploader (for a recommendation rule S3 counts both), and is decided"
                            + " at once or `rejected` and made anew.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = Item.class),
                            examples = @ExampleObject(name = "one line", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "An outcome a line",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = ItemOutcome.class)))
    public Response upload(@PathParam("op") String operation, byte @Nullable [] bytes) {
        body.requireMediaType(NDJSON);
        List<Lines.Line> lines =
                Lines.of(
                        bytes == null ? new byte[0] : bytes,
                        raw.header("Content-Encoding").orElse(""),
                        bounds::reach);
        String token = raw.header("Authorization").orElse("");
        if (!items.isCaughtUp() || !log.isCaughtUp()) {
            throw ProblemException.unavailable("The items of tablets are not read back yet.");
        }
        String deviceToken = raw.header(DeviceToken.HEADER).orElse("");
        Upload upload = new Upload(operation, caller.get(), caller.device(), token, deviceToken);
        StreamingOutput answer = out -> run(upload, lines, out);
        return Response.ok(answer).type(NDJSON).build();
    }

    private void run(Upload upload, List<Lines.Line> lines, OutputStream out) throws IOException {
        Lanes.run(
                () -> lines.stream().map(line -> read(upload, line)).iterator(),
                new Lanes.Work<Read, ItemOutcome>() {
                    @Override
                    public int size(Read one) {
                        return one.line().size();
                    }

                    @Override
                    public Optional<Set<String>> ties(Read one) {
                        // What is no item is not decided, so it keeps nobody waiting.
                        return one.item() == null
                                ? Optional.of(Set.of())
                                : Ties.of(one.item(), upload.operation(), persons);
                    }

                    @Override
                    public ItemOutcome outcome(Read one) {
                        return one.item() == null
                                ? noItem(upload, one)
                                : BatchResource.this.outcome(upload, one.line(), one.item());
                    }

                    @Override
                    public boolean isUndone(ItemOutcome outcome) {
                        return isUnavailable(outcome);
                    }

                    @Override
                    public ItemOutcome notTried(Read one) {
                        return ItemOutcome.notTried(one.line());
                    }
                },
                (outcome, more) -> {
                    out.write(mapper.writeValueAsBytes(outcome));
                    out.write('\n');
                    if (!more) {
                        out.flush();
                    }
                },
                places);
    }

    /** A line, and either its item or why it is none, with the item that it would have been. */
    private record Read(
            Lines.Line line, @Nullable Item item, @Nullable ItemOutcome refused, LineHead head) {}

    private Read read(Upload upload, Lines.Line line) {
        Item item;
        try {
            item = body.read(line.whole(), Item.class);
        } catch (ProblemException e) {
            LineHead head = LineHead.of(line);
            return new Read(
                    line, null, ItemOutcome.rejected(line, head.itemId(), e.problem()), head);
        }
        if (!item.deviceId().equals(upload.device().deviceId())) {
            Problem other = Origin.otherDevice(upload.device());
            return new Read(
                    line, null, ItemOutcome.rejected(line, item.itemId(), other), LineHead.NONE);
        }
        return new Read(line, item, null, LineHead.NONE);
    }

    // Where there is no room to hold an item, an arrival after it may make some.
    private static boolean isUnavailable(ItemOutcome outcome) {
        return outcome.outcome() == Outcome.RETRY
                && outcome.status() != 404
                && outcome.status() != 0;
    }

    private ItemOutcome outcome(Upload upload, Lines.Line line, Item item) {
        try {
            Optional<String> conflict =
                    items.conflict(upload.operation(), item)
                            .or(() -> held.conflict(upload.operation(), item));
            if (conflict.isPresent()) {
                Problem problem = conflict(conflict.get());
                refused.note(upload, item.deviceSequence(), problem.status());
                return ItemOutcome.rejected(line, item.itemId(), problem);
            }
            return isOfATablet(item)
                    ? decided(upload, line, item)
                    : refusedForGood(upload, line, item);
        } catch (IOException | RuntimeException e) {
            return ItemOutcome.retry(line, item.itemId());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ItemOutcome.retry(line, item.itemId());
        }
    }

    private ItemOutcome noItem(Upload upload, Read one) {
        ItemOutcome outcome = Objects.requireNonNull(one.refused());
        try {
            refused.note(upload, one.head(), outcome.status());
            return outcome;
        } catch (RuntimeException e) {
            return ItemOutcome.retry(one.line(), outcome.itemId());
        }
    }

    private static boolean isOfATablet(Item item) {
        return !NOT_OF_A_TABLET.contains(item.path().split("/", 2)[0]);
    }

    // Written down as well: the tablet never sends it again, and its cursor goes on.
    private ItemOutcome refusedForGood(Upload upload, Lines.Line line, Item item) {
        Problem problem = ProblemException.badRequest("This call is made by itself.").problem();
        items.write(
                ItemTaken.of(
                        upload.operation(),
                        upload.by().actor().text(),
                        item,
                        items.mark(upload.operation(), item),
                        Outcome.REJECTED,
                        problem.status(),
                        clock.instant()));
        return ItemOutcome.rejected(line, item.itemId(), problem);
    }

    private ItemOutcome decided(Upload upload, Lines.Line line, Item item)
            throws IOException, InterruptedException {
        String operation = upload.operation();
        Optional<HeldItem> before = held.of(operation, item.itemId());
        Answered answered =
                before.isPresent()
                        ? Answered.of(before.get(), mapper.valueToTree(DISCARDED))
                        : answered(upload, item);
        HeldItem.State waits = answered.isUntrusted() ? State.QUARANTINED : State.WAITING;
        Outcome outcome =
                switch (answered.verdict()) {
                    case DONE -> Outcome.DURABLE;
                    case REFUSED -> Outcome.REJECTED;
                    case LATER -> Outcome.RETRY;
                    case MISSING, UNTRUSTED ->
                            held.isFull(operation, waits) ? Outcome.RETRY : Outcome.HELD;
                };
        if (outcome == Outcome.HELD && before.isEmpty()) {
            HeldItem unused = held.hold(upload, item, waits, answered.said());
        }
        if (outcome != Outcome.RETRY) {
            items.write(
                    ItemTaken.of(
                            operation,
                            upload.by().actor().text(),
                            item,
                            outcome == Outcome.HELD ? null : items.mark(operation, item),
                            outcome,
                            answered.status(),
                            clock.instant()));
        }
        boolean durable = outcome == Outcome.DURABLE;
        return new ItemOutcome(
                line.number(),
                item.itemId(),
                outcome,
                answered.status(),
                durable ? answered.said() : null,
                durable ? null : answered.said());
    }

    private Answered answered(Upload upload, Item item) throws IOException, InterruptedException {
        if (!decisions.isOne(item)) {
            return kept(upload, item);
        }
        Answered answered =
                item.capturedBy() == null
                        ? Answered.refused(mapper.valueToTree(Captor.UNNAMED))
                        : kept(upload, item);
        return answered.ofDecision(
                items.of(upload.operation(), item.deviceId()).isStored(item.itemId()),
                mapper.valueToTree(Captor.MAKE_ANEW));
    }

    // What was stored while it was trusted stays stored; what is not held is not destroyed later.
    private Answered kept(Upload upload, Item item) throws IOException, InterruptedException {
        Optional<Problem> distrust = whyNotTrusted(upload, item);
        Answered answered =
                distrust.isEmpty()
                        ? asked(upload, item)
                        : items.of(upload.operation(), item.deviceId()).isStored(item.itemId())
                                ? Answered.STORED
                                : Answered.untrusted(mapper.valueToTree(distrust.get()));
        return answered.waits() && held.namesErased(upload.operation(), item)
                ? Answered.refused(mapper.valueToTree(HeldKeys.ERASED))
                : answered;
    }

    private Optional<Problem> whyNotTrusted(Upload upload, Item item) {
        return upload.device().revoked() || devices.isRevoked(upload.operation(), item.deviceId())
                ? Optional.of(Origin.revoked())
                : Origin.whyNot(item, upload.device());
    }

    private Answered asked(Upload upload, Item item) throws IOException, InterruptedException {
        String operation = upload.operation();
        if (held.isBehind(operation, item)) {
            return Answered.BEHIND;
        }
        Answered answered = Answered.of(dispatcher.call(upload, item), mapper);
        // Another officer sends again what is stored: the item is the same, who sends it is not.
        return answered.isOtherContent()
                        && items.of(operation, item.deviceId()).isStored(item.itemId())
                ? Answered.STORED
                : answered;
    }

    private static Problem conflict(String detail) {
        return Problem.of(409, "other-content", "Id used with other content", detail);
    }
}
