package org.orangeline.intake.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.orangeline.kit.rest.DeviceToken;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.RawRequest;

/** What an author had seen, and on which tablet, by the request's headers. */
@ApplicationScoped
public class SeenVersion {

    /** The version that a tablet had seen before it was offline; 0 for the arrival. */
    static final String BASED_ON = "Based-On";

    private final RawRequest request;

    SeenVersion(RawRequest request) {
        this.request = request;
    }

    /**
     * For a correction of what was seen some time ago.
     *
     * @throws ProblemException 400 for what is no version, or together with {@code If-Match}
     */
    Optional<Long> basedOn() {
        Optional<String> told = request.header(BASED_ON);
        if (told.isPresent() && request.header(HttpHeaders.IF_MATCH).isPresent()) {
            throw ProblemException.badRequest("Either If-Match or Based-On, not both.");
        }
        return told.map(text -> version(BASED_ON, text));
    }

    /**
     * For a correction of what stands now.
     *
     * @throws ProblemException 428 without {@code If-Match}, 400 for what is no version
     */
    long ifMatch() {
        return request.header(HttpHeaders.IF_MATCH)
                .map(text -> version(HttpHeaders.IF_MATCH, text))
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                        428,
                                        "version-needed",
                                        "Which version was seen?",
                                        "If-Match with the person's ETag is needed.")));
    }

    /** The tablet that kept what is sent, if one did; it was proven to the access filter. */
    Optional<String> device() {
        return request.header(DeviceToken.DEVICE_ID)
                .map(device -> PathId.slug(DeviceToken.DEVICE_ID, device));
    }

    private static long version(String header, String text) {
        try {
            long version = Long.parseLong(text.strip().replace("\"", ""));
            if (version >= 0) {
                return version;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw ProblemException.badRequest(header + " must be an ETag of the person.");
    }
}
