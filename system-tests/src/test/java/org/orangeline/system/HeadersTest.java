package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.orangeline.launcher.keys.Role;

/** Whatever a header says, nothing fails here, and what is refused is not written. */
@OnTheSharedSystem
class HeadersTest {

    private static final List<String> ODD =
            List.of(
                    "",
                    " ",
                    ",",
                    ",,application/json",
                    ";",
                    "/",
                    "*",
                    "*/json",
                    "a/b/c",
                    "\"",
                    "garbage",
                    "application/json;",
                    "application/json;q=abc",
                    "application/json;q=-1",
                    "application/json;q=.",
                    "application/json;charset",
                    "application/json;charset=\"",
                    "image/png",
                    "*/*;q=0.1,image/png");

    private final RunningSystem system;

    HeadersTest(RunningSystem system) {
        this.system = system;
    }

    @TestFactory
    Stream<DynamicTest> no_header_makes_a_call_fail_once_it_is_written() {
        Emergency emergency = Emergency.opened(system, "header-words");
        return Stream.of(
                        "Accept",
                        "Accept-Charset",
                        "Accept-Encoding",
                        "Accept-Language",
                        "Content-Encoding",
                        "Content-Language",
                        "Content-Type",
                        "Cookie",
                        "If-Match",
                        "If-None-Match",
                        "Idempotency-Key",
                        "Based-On",
                        "Purpose",
                        "Range",
                        "Origin",
                        "Forwarded",
                        "X-Forwarded-For")
                .map(header ->
                        DynamicTest.dynamicTest(
                                header,
                                () -> ODD.forEach(value -> isKeptOrNot(emergency, header, value))));
    }

    private static void isKeptOrNot(Emergency emergency, String header, String value) {
        UUID person = UUID.randomUUID();
        Call arrival =
                emergency
                        .call("PUT", "arrivals/" + person)
                        .token(emergency.officers().intake())
                        .json(People.man("SYR"));
        Call odd =
                header.equals("Content-Type")
                        ? arrival.content(value, arrival.body())
                        : arrival.header(header, value);
        int status = emergency.intake().settle(odd).status();
        assertThat(status).as("%s: '%s'", header, value).isBetween(200, 499);
        Call read = emergency.call("GET", "persons/" + person).token(arrival.token());
        emergency.intake().send(read).expect(status < 300 ? 200 : 404);
    }

    @Test
    void an_accept_that_names_nothing_asks_for_nothing_in_particular() {
        Emergency emergency = Emergency.opened(system, "accept");
        Subjects subjects = new Subjects(emergency);
        String everything = emergency.officers().officer("Every role", Role.values());
        for (Described described : Described.all(system)) {
            if (described.isCommand()) {
                continue;
            }
            Call call = subjects.call(described).token(everything);
            int usual = system.api(described.service()).settle(call).status();
            assertThat(system.api(described.service()).settle(call.header("Accept", "")).status())
                    .as(described.toString())
                    .isEqualTo(usual);
        }
        emergency
                .intake()
                .settle(
                        Call.of("POST", "operations/any/devices/tablet-1/challenge")
                                .json("{}")
                                .header("Accept", ""))
                .expectProblem(400);
    }

    @Test
    void what_spans_operations_is_for_the_verifier_alone() {
        Emergency emergency = Emergency.opened(system, "verifier");
        Call digests = Call.get("verification/0");
        for (Role role : Role.values()) {
            String token = emergency.officers().officer("One role", role);
            emergency
                    .intake()
                    .settle(digests.token(token))
                    .expect(role == Role.VERIFIER ? 200 : 403);
        }
        String verifier = emergency.officers().officer("Verifier", Role.VERIFIER);
        emergency
                .intake()
                .settle(emergency.call("GET", "duplicates").token(verifier))
                .expectProblem(403);
    }
}
