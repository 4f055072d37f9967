package org.orangeline.gateway.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.orangeline.gateway.stream.Acknowledgements;
import org.orangeline.gateway.stream.Feed;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Role;

/** What the agency has acted on: erasures, merges, people who came and went. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class AcknowledgementResource {

    private static final int MOST = 500;
    private static final String EXAMPLE = "{\"events\":[\"0a1f9c1e-5b1d-8f3c-9f5e-2b7c4d6e8f10\"]}";

    private final Feeds feeds;
    private final Acknowledgements acknowledgements;
    private final Body body;

    AcknowledgementResource(Feeds feeds, Acknowledgements acknowledgements, Body body) {
        this.feeds = feeds;
        this.acknowledgements = acknowledgements;
        this.body = body;
    }

    @POST
    @Path("/feed/acknowledgements")
    @Access(Role.AGENCY)
    @Operation(
            summary = "Says that notices were acted on",
            description =
                    "By the `id` of each. All of them or none; once is enough, and again does no"
                            + " harm.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcknowledgementRequest.class),
                            examples = @ExampleObject(name = "one", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "What is still open",
            content = @Content(schema = @Schema(implementation = OpenNotices.class)))
    public OpenNotices acknowledge(byte[] bytes) {
        Feed feed = feeds.ofCaller();
        List<UUID> notices = body.json(bytes, AcknowledgementRequest.class).events();
        if (notices.stream().anyMatch(notice -> feed.notice(notice).isEmpty())) {
            throw ProblemException.field("events", "names what is no notice of this feed");
        }
        try {
            CurrentAgency.Caller caller = feeds.caller();
            acknowledgements.add(caller.agency(), notices, caller.subject(), feeds.now());
        } catch (KafkaException e) {
            throw ProblemException.unavailable("It could not be noted.");
        }
        return open(feed);
    }

    @GET
    @Path("/feed/acknowledgements")
    @Access(Role.AGENCY)
    @Operation(
            summary = "Which notices are still to be acknowledged",
            description = "The oldest first, 500 at most.")
    @APIResponse(
            responseCode = "200",
            description = "What is still open",
            content = @Content(schema = @Schema(implementation = OpenNotices.class)))
    public OpenNotices open() {
        return open(feeds.ofCaller());
    }

    private OpenNotices open(Feed feed) {
        String agency = feed.agreement().agency();
        List<UUID> open =
                feed.notices().stream()
                        .filter(notice -> !acknowledgements.has(agency, notice))
                        .toList();
        return new OpenNotices(open.size(), open.stream().limit(MOST).toList());
    }

    /**
     * @param events ids of notices of the feed
     */
    public record AcknowledgementRequest(
            @NotNull @Size(min = 1, max = MOST) List<@NotNull UUID> events) {}

    /**
     * @param count how many are open
     * @param events ids of the oldest
     */
    public record OpenNotices(int count, List<UUID> events) {}
}
