package org.orangeline.kit.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.orangeline.runtime.StateDigest;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;

/** What {@code ./orangeline verify} compares with its own fold of the log. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class VerificationResource {

    private final Engine<?, ?, ?, ?> engine;

    VerificationResource(Engine<?, ?, ?, ?> engine) {
        this.engine = engine;
    }

    @GET
    @Path("/verification/{partition}")
    @Access(Role.VERIFIER)
    @Operation(
            summary = "Digest of a partition's view",
            description =
                    "Position and SHA-256 of the folded state, over all operations of the partition;"
                            + " no data of persons.")
    public Verification verification(@PathParam("partition") int partition) {
        if (partition < 0 || partition >= engine.settings().partitions()) {
            throw ProblemException.notFound("There is no such partition.");
        }
        View<?, ?> view = engine.partitionView(partition);
        return new Verification(
                view.partition(), view.sequence(), view.knownThrough(), StateDigest.of(view));
    }

    /**
     * @param sequence last own event in the view
     * @param knownThrough last learned sequence by service
     * @param digest SHA-256, hex
     */
    public record Verification(
            int partition, long sequence, Map<String, Long> knownThrough, String digest) {}
}
