package org.orangeline.kit.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.time.temporal.Temporal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.SaidText;

/**
 * Reads bodies strictly: an unknown field is an error and not a loss. Messages name fields, never
 * what was in them.
 */
@ApplicationScoped
public class Body {

    /** Most bytes of one command's body. */
    public static final int MOST_BYTES = 64 * 1024;

    /** A charset is left out, or it is UTF-8; what other parameters say changes nothing. */
    private static final Pattern CHARSETS =
            Pattern.compile(
                    "[^;]*+(?:;\\s*(?:charset=(?:utf-8|\"utf-8\")|(?!charset)[^;=\\s]+=(?:\"[^\"]*\"|[^;\"]*)|)\\s*)*+",
                    Pattern.CASE_INSENSITIVE);

    private static final int DEEPEST = 16;

    /** Names, values, braces and brackets; 500 orders, the longest list, have 7,000. */
    private static final int MOST_TOKENS = 10_000;

    private static final int LONGEST_STRING = 32 * 1024;

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxTokenCount(MOST_TOKENS)
                                                    .maxStringLength(LONGEST_STRING)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                    .build())
                    .addModule(new JavaTimeModule())
                    .addModule(new StrictTimes())
                    .addModule(new StrictTexts())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .build();

    /** What is said to a command whose body is too large. */
    public static Problem tooLarge() {
        return Problem.of(
                413,
                "too-large",
                "The body is too large",
                "A body may have " + MOST_BYTES + " bytes at most.");
    }

    private final Validator validator;
    private final RawRequest request;

    Body(Validator validator, RawRequest request) {
        this.validator = validator;
        this.request = request;
    }

    /**
     * Checked here and not by {@code @Consumes}, which would answer before anybody asked who is
     * calling.
     *
     * @throws ProblemException 415
     */
    public void requireMediaType(String... mediaTypes) {
        String sent = request.header("Content-Type").orElse("");
        String bare = sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!CHARSETS.matcher(sent).matches()) {
            throw new ProblemException(
                    Problem.of(
                            415,
                            "media-type",
                            "Unsupported media type",
                            "Bodies are UTF-8; no other charset is taken."));
        }
        if (!List.of(mediaTypes).contains(bare)) {
            throw new ProblemException(
                    Problem.of(
                            415,
                            "media-type",
                            "Unsupported media type",
                            "This call takes " + String.join(" or ", mediaTypes) + "."));
        }
    }

    /** Reads the JSON body of the request. */
    public <T> T json(byte @Nullable [] bytes, Class<T> type) {
        requireMediaType("application/json");
        return read(bytes, type);
    }

    /**
     * Reads JSON wherever it came from.
     *
     * @param bytes the body, or a line of it
     * @return a valid value
     * @throws ProblemException 400 with every field that is wrong, or 413
     */
    public <T> T read(byte @Nullable [] bytes, Class<T> type) {
        if (bytes == null || bytes.length == 0) {
            throw ProblemException.badRequest("A JSON body is needed.");
        }
        if (bytes.length > MOST_BYTES) {
            throw ProblemException.tooLarge("A body may have " + MOST_BYTES + " bytes at most.");
        }
        T value = parse(bytes, type);
        List<Problem.FieldError> errors =
                validator.validate(value).stream()
                        .map(violation ->
                                new Problem.FieldError(
                                        violation
                                                .getPropertyPath()
                                                .toString()
                                                .replace(".<list element>", ""),
                                        violation.getMessage()))
                        .sorted(Comparator.comparing(Problem.FieldError::field))
                        .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.ofFields(errors));
        }
        return value;
    }

    /**
     * What is null in a body that was read, as JSON pointers: a merge-patch (RFC 7396) tells it
     * from what was left out.
     */
    public Set<String> nulls(byte[] bytes) {
        Set<String> nulls = new HashSet<>();
        try (JsonParser parser = MAPPER.getFactory().createParser(bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_NULL) {
                    nulls.add(parser.getParsingContext().pathAsPointer().toString());
                }
            }
            return nulls;
        } catch (JacksonException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw ProblemException.badRequest("The body cannot be read.");
        }
    }

    private static <T> T parse(byte[] bytes, Class<T> type) {
        try {
            Optional<String> broken = StrictTexts.broken(bytes, MAPPER.getFactory());
            if (broken.isPresent()) {
                throw ProblemException.field(
                        field(broken.get()),
                        "must be whole characters: half of a surrogate pair is none");
            }
            T value = MAPPER.readValue(bytes, type);
            if (value == null) {
                throw ProblemException.badRequest("The body must be a JSON object.");
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw ProblemException.badRequest(
                    "There is a field that this call does not know; it knows "
                            + e.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + ".");
        } catch (JsonParseException e) {
            throw malformed(e);
        } catch (InvalidFormatException e) {
            boolean time = Temporal.class.isAssignableFrom(e.getTargetType());
            throw ProblemException.field(
                    path(e),
                    time
                            ? "must be of ISO 8601 and the Gregorian calendar"
                            : "has a value that is not allowed");
        } catch (JsonMappingException e) {
            throw e.getPath().isEmpty()
                    ? ProblemException.badRequest("The body does not have the shape of this call.")
                    : ProblemException.field(path(e), "has a value that is not allowed");
        } catch (JacksonException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw ProblemException.badRequest("The body cannot be read.");
        }
    }

    // As the paths of other errors: names[0].value.
    private static String field(String pointer) {
        String field =
                pointer.replaceAll("/(\\d+)(?=/|$)", "[$1]")
                        .replace('/', '.')
                        .replaceFirst("^\\.", "");
        return field.length() > 80 || !SaidText.isWhole(field) ? "…" : field;
    }

    private static ProblemException malformed(JacksonException e) {
        return ProblemException.badRequest(
                e.getLocation() == null
                        ? "The body is not well-formed JSON within the limits."
                        : "The body is not well-formed JSON within the limits, near line "
                                + e.getLocation().getLineNr()
                                + ", column "
                                + e.getLocation().getColumnNr()
                                + ".");
    }

    // Names of fields only: an index or a name that the caller chose as a key is not repeated.
    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getFieldName() == null
                                ? "[" + step.getIndex() + "]"
                                : step.getFieldName())
                .map(name -> name.length() > 40 ? "…" : name)
                .collect(Collectors.joining("."));
    }
}
