package org.orangeline.kit.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Writes into the OpenAPI document who may make each call, and the problems that it can answer. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class AccessDocument implements OASFilter {

    private static final DotName ACCESS = DotName.createSimple(Access.class.getName());
    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");

    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "PATCH", "DELETE");
    private static final Map<String, String> PROBLEMS =
            Map.of(
                    "400", "Something that is asked for, or sent, cannot be",
                    "406", "Not in a media type that is accepted",
                    "401", "No valid token",
                    "403", "None of the token's roles may make this call",
                    "404", "Unknown, or an operation that the token is not good for",
                    "503", "Not now; send the same request again after Retry-After seconds");

    private static final Map<String, String> BODY_PROBLEMS =
            Map.of(
                    "400", "The body is not valid; every field that is wrong is named",
                    "413", "Larger than the limits of this call",
                    "415", "Another media type than this call takes");

    private static final Map<String, String> COMMAND_PROBLEMS =
            Map.of(
                    "409", "Conflict with current state, or the id was used with other content",
                    "422", "Rule violated, or implausible value");

    private final Map<String, AnnotationInstance> accessByCall = new HashMap<>();

    public AccessDocument(IndexView index) {
        for (AnnotationInstance access : index.getAnnotations(ACCESS)) {
            MethodInfo method = access.target().asMethod();
            AnnotationInstance path = method.annotation(PATH);
            for (String verb : METHODS) {
                if (path != null && method.hasAnnotation("jakarta.ws.rs." + verb)) {
                    accessByCall.put(verb + " " + path.value().asString(), access);
                }
            }
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSecurityScheme(
                        "bearer",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().forEach(this::describe);
        }
    }

    private void describe(String path, PathItem item) {
        item.getOperations()
                .forEach((method, operation) -> {
                    AnnotationInstance access = accessByCall.get(method.name() + " " + path);
                    if (access != null) {
                        describe(operation, access, isCommand(method, path));
                    }
                });
    }

    private static boolean isCommand(PathItem.HttpMethod method, String path) {
        return method != PathItem.HttpMethod.GET && !path.endsWith("/search");
    }

    /** Of an answer that the methods do not say more about. */
    private static Content object() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/json",
                        OASFactory.createMediaType()
                                .schema(
                                        OASFactory.createSchema()
                                                .addType(Schema.SchemaType.OBJECT)));
    }

    // The same request again is answered as it was the first time.
    private static void describeCommand(APIResponses responses) {
        APIResponse first = responses.getAPIResponse("201");
        APIResponse again = responses.getAPIResponse("200");
        if (first != null && again == null) {
            responses.addAPIResponse(
                    "200",
                    OASFactory.createAPIResponse()
                            .description("Recorded before, by the same request")
                            .content(first.getContent()));
        } else if (first != null && again.getContent() == null) {
            again.setContent(first.getContent());
        }
    }

    private static void describe(
            Operation operation, AnnotationInstance access, boolean isCommand) {
        operation.addExtension("x-roles", roles(access));
        AnnotationValue humanOnly = access.value("humanOnly");
        operation.addExtension("x-human-only", humanOnly != null && humanOnly.asBoolean());
        AnnotationValue decides = access.value("decides");
        operation.addExtension("x-decides", decides != null && decides.asBoolean());
        Proof proof = proof(access);
        operation.addExtension("x-proof", proof.id());
        if (proof == Proof.OFFICER_TOKEN) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme("bearer"));
        }
        AnnotationValue fromDevice = access.value("fromDevice");
        operation.addExtension("x-from-device", fromDevice != null && fromDevice.asBoolean());
        if (fromDevice != null && fromDevice.asBoolean()) {
            operation.addParameter(
                    header(
                                    DeviceToken.HEADER,
                                    "Says which tablet sends this; intake-service issues it")
                            .required(true));
        }
        AnnotationValue mayNameDevice = access.value("mayNameDevice");
        if (mayNameDevice != null && mayNameDevice.asBoolean()) {
            operation.addParameter(
                    header(DeviceToken.DEVICE_ID, "Which tablet kept this before it was sent"));
            operation.addParameter(
                    header(DeviceToken.HEADER, "Shows that it is the one in Device-Id"));
        }
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        if (isCommand) {
            describeCommand(operation.getResponses());
        }
        // What the methods themselves name as refused is answered with a problem too.
        operation
                .getResponses()
                .getAPIResponses()
                .forEach((status, response) -> {
                    if (status.charAt(0) == '2' && response.getContent() != null) {
                        response.getContent().removeMediaType(Problem.MEDIA_TYPE);
                    }
                    if (status.charAt(0) == '2' && response.getContent() == null) {
                        response.setContent(object());
                    }
                    if (status.charAt(0) >= '4' && response.getContent() == null) {
                        response.setContent(problem(status).getContent());
                    }
                });
        if (operation.getRequestBody() != null) {
            BODY_PROBLEMS.forEach((status, text) -> addProblem(operation, status, text));
        }
        if (isCommand) {
            COMMAND_PROBLEMS.forEach((status, text) -> addProblem(operation, status, text));
        }
        PROBLEMS.forEach((status, text) -> addProblem(operation, status, text));
    }

    private static Proof proof(AnnotationInstance access) {
        AnnotationValue proof = access.value("proof");
        return proof == null ? Proof.OFFICER_TOKEN : Proof.valueOf(proof.asEnum());
    }

    static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static void addProblem(Operation operation, String status, String text) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation.getResponses().addAPIResponse(status, problem(text));
        }
    }

    private static APIResponse problem(String text) {
        return OASFactory.createAPIResponse()
                .description(text)
                .content(
                        OASFactory.createContent()
                                .addMediaType(
                                        Problem.MEDIA_TYPE,
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema().ref("Problem"))));
    }

    private static List<String> roles(AnnotationInstance access) {
        List<String> roles = new ArrayList<>();
        AnnotationValue every = access.value("everyOfficer");
        if (every != null && every.asBoolean()) {
            for (Role role : Role.values()) {
                if (role.isOfficer()) {
                    roles.add(role.id());
                }
            }
        } else if (access.value() != null) {
            for (String name : access.value().asEnumArray()) {
                roles.add(Role.valueOf(name.toUpperCase(Locale.ROOT)).id());
            }
        }
        return roles;
    }
}
