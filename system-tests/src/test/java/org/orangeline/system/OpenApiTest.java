package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orangeline.events.Service;

/** The document of each service says all that its resources answer, and no more. */
@OnTheSharedSystem
class OpenApiTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern METHOD =
            Pattern.compile("@(GET|PUT|POST|PATCH|DELETE)\\s[^{]*?@Path\\(\"([^\"]+)\"\\)");
    private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete");
    private static final List<String> ALWAYS = List.of("400", "401", "403", "404", "406", "503");
    private static final List<String> WITH_A_BODY = List.of("413", "415");

    /** Reads that do not go through a view. */
    private static final List<String> PRESENT_ONLY =
            List.of(
                    "/held",
                    "/held/{itemId}",
                    "/cursor",
                    "/reads",
                    "/exports",
                    "/receipt-key",
                    "/refused-identity-requests");

    private final RunningSystem system;

    OpenApiTest(RunningSystem system) {
        this.system = system;
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void the_document_names_every_route_and_no_other(Service service) {
        Set<String> documented = new TreeSet<>();
        document(service)
                .path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().properties().stream()
                                .map(Map.Entry::getKey)
                                .filter(VERBS::contains)
                                .forEach(verb ->
                                        documented.add(verb.toUpperCase() + " " + path.getKey())));
        assertThat(documented).isEqualTo(routes(service));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void every_call_has_a_summary_an_example_of_its_body_and_its_problems(Service service) {
        JsonNode document = document(service);
        assertThat(document.at("/components/schemas/Problem/properties").has("rules")).isTrue();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> call : path.getValue().properties()) {
                if (VERBS.contains(call.getKey()) && path.getKey().startsWith("/operations")) {
                    described(call.getKey() + " " + path.getKey(), call.getValue());
                } else {
                    // What does not read through a view knows the present only.
                    assertThat(call.getValue().path("parameters").findValuesAsText("name"))
                            .as(path.getKey())
                            .doesNotContain("asOf");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Service.class,
            names = {"INTAKE", "SCREENING", "PLACEMENT"})
    void every_body_says_how_far_ahead_a_tablets_clock_may_be(Service service) {
        JsonNode document = document(service);
        Set<String> told = new TreeSet<>();
        for (JsonNode call : document.path("paths").findValues("requestBody")) {
            for (String body : call.findValuesAsText("$ref")) {
                JsonNode at = document.at(body.substring(1)).at("/properties/at");
                if (!at.isMissingNode()) {
                    told.add(body);
                    assertThat(at.path("description").asText())
                            .as(body)
                            .contains("5 minutes ahead");
                }
            }
        }
        assertThat(told).isNotEmpty();
    }

    private static void described(String name, JsonNode call) {
        assertThat(call.path("summary").asText()).as(name).isNotBlank();
        if (call.path("x-proof").asText().equals("officer-token")) {
            assertThat(call.path("x-roles").size()).as(name).isPositive();
            assertThat(call.path("security").toString()).as(name).contains("bearer");
        } else {
            // Who calls without an officer's token has no role, and the document says so.
            assertThat(call.path("x-proof").asText()).as(name).isNotBlank();
            assertThat(call.path("x-roles").size()).as(name).isZero();
            assertThat(call.has("security")).as(name).isFalse();
        }
        // Who names a tablet shows that it is that one.
        List<String> parameters = call.path("parameters").findValuesAsText("name");
        assertThat(parameters.contains("Device-Token"))
                .as(name)
                .isEqualTo(
                        call.path("x-from-device").asBoolean() || parameters.contains("Device-Id"));
        JsonNode responses = call.path("responses");
        assertThat(responses.properties().stream().map(Map.Entry::getKey))
                .as(name)
                .anyMatch(status -> status.startsWith("2"))
                .containsAll(ALWAYS);
        if (name.startsWith("get ") && PRESENT_ONLY.stream().noneMatch(name::endsWith)) {
            assertThat(parameters).as(name).contains("asOf");
        }
        if (call.has("requestBody")) {
            assertThat(call.path("requestBody").findValues("examples")).as(name).isNotEmpty();
            assertThat(responses.properties().stream().map(Map.Entry::getKey))
                    .as(name)
                    .containsAll(WITH_A_BODY);
        }
        responses.properties().stream()
                .filter(response -> response.getKey().charAt(0) >= '4')
                .forEach(response ->
                        assertThat(
                                        response.getValue()
                                                .at(
                                                        "/content/application~1problem+json/schema/$ref")
                                                .asText())
                                .as(name + " " + response.getKey())
                                .endsWith("/Problem"));
    }

    private JsonNode document(Service service) {
        return system.api(service).send(Call.get("q/openapi?format=json")).expect(200).json();
    }

    /** What the sources of the service, and of what all services share, answer. */
    private static Set<String> routes(Service service) {
        Set<String> routes = new TreeSet<>();
        for (String module : List.of("service-kit", service.id())) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith("Resource.java"))
                        .forEach(file -> routes.addAll(in(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return routes;
    }

    private static Set<String> in(Path file) {
        try {
            Set<String> found = new TreeSet<>();
            Matcher matcher = METHOD.matcher(Files.readString(file));
            while (matcher.find()) {
                found.add(matcher.group(1) + " " + matcher.group(2));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
