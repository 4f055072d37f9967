package org.orangeline.intake.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** Characters of a header at most: an ETag has few, and a longer list is not looked at. */
    private static final int MOST = 200;

    private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*+\"";
    private static final Pattern TAGS =
            Pattern.compile("[\\s,]*+%s(?:\\s*,[\\s,]*%s)*[\\s,]*".formatted(TAG, TAG));
    private static final Pattern OWN = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

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
        return told.map(SeenVersion::based);
    }

    /**
     * For a correction of what stands now.
     *
     * @throws ProblemException 428 without {@code If-Match}, 400 for what is not one ETag, 412 for
     *     one that no version has
     */
    long ifMatch() {
        return request.header(HttpHeaders.IF_MATCH)
                .map(SeenVersion::version)
                .orElseThrow(() -> needed("If-Match with the person's ETag is needed."));
    }

    /** The tablet that kept what is sent, if one did; it was proven to the access filter. */
    Optional<String> device() {
        return request.header(DeviceToken.DEVICE_ID)
                .map(device -> PathId.slug(DeviceToken.DEVICE_ID, device));
    }

    /**
     * RFC 9110, 13.1.1: the comparison is strong, so a weak tag and one that no person ever had are
     * of no version. A list and {@code *} are well-formed, and do not say what was seen.
     */
    private static long version(String tags) {
        if (tags.strip().equals("*")) {
            throw needed("If-Match: * names no version.");
        }
        if (tags.length() > MOST || !TAGS.matcher(tags).matches()) {
            throw ProblemException.badRequest("If-Match must be an ETag in double quotes.");
        }
        if (tags.indexOf('"') != tags.lastIndexOf('"', tags.lastIndexOf('"') - 1)) {
            throw ProblemException.badRequest("If-Match must be the one ETag that was seen.");
        }
        Matcher own = OWN.matcher(tags.strip());
        if (!own.matches()) {
            throw new ProblemException(
                    Problem.of(
                            412,
                            "changed",
                            "Changed meanwhile",
                            "No version of the person has that ETag; read it again."));
        }
        return Long.parseLong(own.group(1));
    }

    private static ProblemException needed(String detail) {
        return new ProblemException(Problem.of(428, "version-needed", "Version required", detail));
    }

    // Not an entity tag, but many tablets take it over from one.
    private static long based(String text) {
        Matcher own = OWN.matcher(text.strip().replaceFirst("^\\d+$", "\"$0\""));
        if (!own.matches()) {
            throw ProblemException.badRequest(BASED_ON + " must be a version of the person.");
        }
        return Long.parseLong(own.group(1));
    }
}
