package org.orangeline.kit.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Writes into the OpenAPI document what every read takes; {@link AskedFilter} keeps to it. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class AskedDocument implements OASFilter {

    private static final DotName ACCESS = DotName.createSimple(Access.class.getName());
    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final DotName PRODUCES = DotName.createSimple("jakarta.ws.rs.Produces");
    private static final DotName PRESENT_ONLY = DotName.createSimple(PresentOnly.class.getName());

    /** Reads of an operation, which go through {@link Reads}; others know the present only. */
    static final String OF_OPERATIONS = "/operations/";

    private static final List<String> READING = List.of("GET", "POST");

    private final Set<String> tables = new HashSet<>();
    private final Set<String> presentOnly = new HashSet<>();

    public AskedDocument(IndexView index) {
        for (AnnotationInstance access : index.getAnnotations(ACCESS)) {
            MethodInfo method = access.target().asMethod();
            AnnotationInstance path = method.annotation(PATH);
            for (String verb : READING) {
                if (path == null || !method.hasAnnotation("jakarta.ws.rs." + verb)) {
                    continue;
                }
                String call = verb + " " + path.value().asString();
                if (produces(method).contains(Csv.MEDIA_TYPE)) {
                    tables.add(call);
                }
                if (method.hasAnnotation(PRESENT_ONLY)) {
                    presentOnly.add(call);
                }
            }
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() != null) {
            document.getPaths()
                    .getPathItems()
                    .forEach((path, item) ->
                            item.getOperations()
                                    .forEach((method, operation) ->
                                            describe(method, path, operation)));
        }
    }

    private void describe(PathItem.HttpMethod method, String path, Operation operation) {
        // A command that answers with a list of its outcomes is no table.
        boolean reads = method == PathItem.HttpMethod.GET || path.endsWith("/search");
        if (reads && tables.contains(method.name() + " " + path)) {
            describeTable(operation);
        }
        if (reads) {
            operation.addParameter(purpose());
        }
        if (knowsThePast(method, path)) {
            operation.addParameter(asOf());
        }
    }

    private boolean knowsThePast(PathItem.HttpMethod method, String path) {
        return path.startsWith(OF_OPERATIONS)
                && (method == PathItem.HttpMethod.GET || path.endsWith("/search"))
                && !presentOnly.contains(method.name() + " " + path);
    }

    private static List<String> produces(MethodInfo method) {
        AnnotationInstance produces = method.declaredAnnotation(PRODUCES);
        if (produces == null) {
            produces = method.declaringClass().declaredAnnotation(PRODUCES);
        }
        return produces == null ? List.of() : List.of(produces.value().asStringArray());
    }

    private static void describeTable(Operation operation) {
        operation.addParameter(
                choice(
                        Csv.FORMAT,
                        "A page, or all of it as a table; else what is accepted",
                        "json",
                        "csv"));
        operation.addParameter(
                choice(
                        Csv.SEPARATOR,
                        "Of a table. A spreadsheet opens the one that its country's settings"
                                + " name, which is a semicolon for German and for Arabic",
                        "comma",
                        "semicolon",
                        "tab"));
        APIResponse found = operation.getResponses().getAPIResponse("200");
        if (found != null && found.getContent() != null) {
            found.getContent()
                    .addMediaType(
                            Csv.MEDIA_TYPE,
                            OASFactory.createMediaType()
                                    .schema(
                                            OASFactory.createSchema()
                                                    .addType(Schema.SchemaType.STRING)));
        }
    }

    private static Parameter choice(String name, String description, Object... values) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .required(false)
                .description(description)
                .schema(
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .enumeration(List.of(values)));
    }

    private static Parameter purpose() {
        return AccessDocument.header(
                Purpose.HEADER,
                "What the read is for, 200 characters, kept sealed with it: ASCII, or UTF-8 that is"
                        + " percent-encoded, also as RFC 8187 writes it (UTF-8''%D8%AA). Other bytes"
                        + " are refused. One without a letter or a digit counts as none");
    }

    private static Parameter asOf() {
        return OASFactory.createParameter()
                .name(Reads.AS_OF)
                .in(Parameter.In.QUERY)
                .required(false)
                .description("Answers with what was recorded by that instant of the past")
                .example("2019-03-01T12:00:00Z")
                .schema(
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .format("date-time"));
    }
}
