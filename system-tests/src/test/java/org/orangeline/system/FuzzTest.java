package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;
import org.orangeline.launcher.keys.TokenRequest;
import org.orangeline.system.SharedFeeds.Feeds;

/**
 * Calls that nobody would make, of every call in the OpenAPI documents: none fails here, what is
 * refused is not written, and every answer is one that its document has. 2,000 of them, 100,000
 * with {@code -Dorangeline.long=true}; {@code -Dorangeline.seed} makes the same again.
 */
@OnSharedFeeds
class FuzzTest {

    private static final int CALLS =
            Integer.getInteger(
                    "orangeline.calls", Boolean.getBoolean("orangeline.long") ? 100_000 : 1_000);

    /**
     * Calls in one operation. They erase and merge its people, so that the next ones get another.
     */
    private static final int EACH = 500;

    /** Officers take turns, so that each event says which call wrote it. */
    private static final int OFFICERS = 100;

    private static final int TRIES = 20;

    private static final String SCHEMA = "PersonArrived.1.json";
    private static final String NOTICES = "{\"events\":[\"0a1f9c1e-5b1d-8f3c-9f5e-2b7c4d6e8f10\"]}";

    private final RunningSystem system;
    private final Map<String, String> wrong = new TreeMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    FuzzTest(Feeds feeds) {
        this.system = feeds.system();
    }

    /** A call, where it is made, and how it is let in. */
    private record Target(
            String name,
            URI base,
            DocumentedAnswers document,
            String path,
            List<String> parameters,
            Call good) {}

    @Test
    void no_call_fails_and_none_that_is_refused_is_written() throws IOException {
        long seed = Long.getLong("orangeline.seed", System.nanoTime());
        System.out.printf("fuzz, seed %d, %d calls%n", seed, CALLS);
        Map<Service, DocumentedAnswers> documents = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            JsonNode document = document(system.api(service));
            documents.put(service, new DocumentedAnswers(document));
        }
        List<Described> calls = Described.all(system);
        List<Target> gateway = gateway();
        Random random = new Random(seed);
        for (int done = 0; done < CALLS; done += EACH) {
            Emergency emergency = Emergency.opened(system, "fuzz");
            Subjects subjects = new Subjects(emergency);
            List<Target> targets = new ArrayList<>(gateway);
            for (Described described : calls) {
                targets.add(
                        new Target(
                                described.toString(),
                                system.process(described.service()).address(),
                                Objects.requireNonNull(documents.get(described.service())),
                                described.path(),
                                described.parameters(),
                                subjects.call(described)));
            }
            operation(emergency, targets, Math.min(EACH, CALLS - done), random);
        }
        System.out.printf("fuzz, answers %s%n", statuses);
        wrong.forEach((what, call) -> System.out.printf("fuzz: %s%n    %s%n", what, call));
        assertThat(wrong.keySet()).as("seed %d", seed).isEmpty();
    }

    private void operation(Emergency emergency, List<Target> targets, int count, Random random)
            throws IOException {
        List<String> officers = officers(emergency);
        Map<String, String> refused = new HashMap<>();
        var written = new OperationTail(system, emergency.operation());
        for (int i = 0; i < count; i++) {
            Target target = targets.get(random.nextInt(targets.size()));
            String officer = officers.get(i % OFFICERS);
            Call good = target.good();
            FuzzedCall odd =
                    new Fuzzer(random)
                            .odd(
                                    good.token() == null ? good.token(officer) : good,
                                    target.path(),
                                    target.parameters());
            HttpResponse<byte[]> answer = answer(target, odd);
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            look(target, odd, answer);
            if (answer.statusCode() >= 300) {
                refused.put(
                        subject(officer), answer.statusCode() + " " + target.name() + ": " + odd);
            }
            if (i % OFFICERS == OFFICERS - 1 || i == count - 1) {
                for (String actor : written.actors()) {
                    refused.entrySet().stream()
                            .filter(call -> actor.endsWith(call.getKey()))
                            .forEach(call -> wrong.put("refused, and written", call.getValue()));
                }
                refused.clear();
            }
        }
    }

    private void look(Target target, FuzzedCall odd, HttpResponse<byte[]> answer) {
        String said = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.statusCode() >= 500 && answer.statusCode() != 503) {
            wrong.put(target.name() + ": " + answer.statusCode(), odd + " -> " + said);
        }
        target.document()
                .objection(target.path(), odd.method(), answer)
                .ifPresent(objection ->
                        wrong.putIfAbsent(
                                target.name() + ": " + objection,
                                odd
                                        + " -> "
                                        + (said.length() > 400 ? said.substring(0, 400) : said)));
    }

    // "Not now" is no failure as long as it ends.
    private HttpResponse<byte[]> answer(Target target, FuzzedCall odd) throws IOException {
        HttpResponse<byte[]> answer = odd.send(target.base());
        for (int tries = 1; answer.statusCode() == 503 && tries < TRIES; tries++) {
            Eventually.pause(100);
            answer = odd.send(target.base());
        }
        if (answer.statusCode() == 503) {
            wrong.put(target.name() + ": 503 again and again", odd.toString());
        }
        return answer;
    }

    private List<Target> gateway() {
        JsonNode document = document(system.gateway());
        DocumentedAnswers answers = new DocumentedAnswers(document);
        String token = system.stack().tokens().issue(TokenRequest.agency("everybody"));
        List<Target> targets = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(call -> {
                                    Call good =
                                            Call.of(
                                                            call.getKey().toUpperCase(Locale.ROOT),
                                                            path.getKey()
                                                                    .substring(1)
                                                                    .replace("{file}", SCHEMA))
                                                    .token(token);
                                    targets.add(
                                            new Target(
                                                    "agency-gateway " + good,
                                                    system.stack().gateway().address(),
                                                    answers,
                                                    path.getKey().substring(1),
                                                    Described.parameters(call.getValue()),
                                                    call.getValue().has("requestBody")
                                                            ? good.json(NOTICES)
                                                            : good));
                                }));
        return targets;
    }

    private List<String> officers(Emergency emergency) {
        return IntStream.range(0, OFFICERS)
                .mapToObj(i -> emergency.officers().officer("Officer " + i, Role.values()))
                .toList();
    }

    private static JsonNode document(Api api) {
        return api.send(Call.get("q/openapi?format=json")).expect(200).json();
    }

    private static String subject(String token) {
        String payload = token.split("\\.")[1];
        return Answer.parse(
                        new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .path("sub")
                .asText();
    }
}
