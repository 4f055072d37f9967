package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** Calls that anybody may make are limited by operation, from wherever they come. */
@OnTheSharedSystem
class OpenRatesStoriesTest {

    /** Fewer than one address may make at once, so that no address uses up its own. */
    private static final int CALLS_OF_AN_ADDRESS = 200;

    private static final int AT_ONCE = 8;

    private final RunningSystem system;
    private final AtomicInteger addresses = new AtomicInteger();

    OpenRatesStoriesTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void strangers_use_up_one_operations_open_calls_from_many_addresses_and_no_other_ones() {
        Emergency flooded = Emergency.opened(system, "flooded");
        Emergency other = Emergency.opened(system, "beside-the-flood");
        Refused refused =
                Eventually.some(
                        "the operation's calls are used up",
                        () ->
                                Together.forEach(
                                                Stream.generate(this::address)
                                                        .limit(AT_ONCE)
                                                        .toList(),
                                                address -> flood(address, flooded))
                                        .stream()
                                        .flatMap(Optional::stream)
                                        .findFirst());
        refused.answer().expectProblem(429);
        assertThat(refused.answer().text("type")).endsWith("too-many-requests");
        assertThat(Integer.parseInt(refused.answer().header("Retry-After"))).isPositive();
        // The same address is answered in another operation, as anybody is there.
        int usual = challenged(api(address()), other).status();
        assertThat(usual).isNotEqualTo(429);
        assertThat(challenged(api(refused.address()), other).status()).isEqualTo(usual);
        // A tablet at an address that nobody used gets in all the same.
        assertThat(challenged(api(address()), flooded).status()).isEqualTo(usual);
        // Officers are not limited so.
        assertThat(flooded.arrived(People.man("SYR"))).isNotNull();
    }

    private record Refused(String address, Answer answer) {}

    /** Calls until one is refused, and no more than an address may make. */
    private Optional<Refused> flood(String address, Emergency emergency) {
        Api api = api(address);
        for (int i = 0; i < CALLS_OF_AN_ADDRESS; i++) {
            Answer answer = challenged(api, emergency);
            if (answer.status() == 429) {
                return Optional.of(new Refused(address, answer));
            }
        }
        return Optional.empty();
    }

    private static Answer challenged(Api api, Emergency emergency) {
        return api.settle(
                emergency.call("POST", "devices/tablet-1/challenge").json("{\"use\":\"TOKEN\"}"));
    }

    private Api api(String address) {
        return Api.from(address, system.process(Service.INTAKE).address());
    }

    /** One of this machine that no test used before. */
    private String address() {
        int next = addresses.incrementAndGet();
        return "127.9." + next / 200 + "." + (next % 200 + 1);
    }
}
