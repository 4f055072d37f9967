package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.system.SharedFeeds.Feeds;

/** What an agency gets from the gateway, from outside. */
@OnSharedFeeds
class AgencyFeedTest {

    private final RunningSystem system;
    private final Emergency emergency;

    AgencyFeedTest(Feeds feeds) {
        this.system = feeds.system();
        this.emergency = feeds.small();
    }

    @Test
    void a_reader_that_keeps_its_cursor_gets_each_event_once_in_pages_and_as_a_stream() {
        Agency pages = new Agency(system, "everybody");
        awaitQuiet(pages);
        int all = pages.events().size() + 7;
        emergency.arrivedTogether(7, People.woman("SYR"));
        pages.awaitEvents(all);
        // Other tests have identities erased, of which the agency hears as well.
        assertThat(pages.names())
                .contains("PersonArrived")
                .isSubsetOf("PersonArrived", "ErasureNotice");
        assertThat(pages.ids()).hasSize(all).doesNotHaveDuplicates();

        Agency stream = new Agency(system, "everybody");
        stream.stream(data -> data.size() >= 3);
        stream.stream(data -> data.size() >= all - 3);
        assertThat(stream.ids()).isEqualTo(pages.ids());

        // Who hangs up gives the place back, however often.
        for (int i = 0; i < 8; i++) {
            Agency dropped = new Agency(system, "everybody");
            Eventually.holds("a stream is open", () -> dropped.opens());
        }

        Agency again = new Agency(system, "everybody").readAll(2);
        assertThat(again.events()).isEqualTo(pages.events());
    }

    @Test
    void a_stream_that_nobody_reads_takes_no_place() {
        Agency agency = new Agency(system, "everybody");
        emergency.arrived(People.woman("SYR"));
        Call stream = agency.call("feed").header("Accept", "text/event-stream");
        Call asked = new Call("HEAD", "feed", stream.token(), null, null, stream.headers());
        for (int i = 0; i < 8; i++) {
            // A reader that is gone gives its place back once the gateway sees that.
            Eventually.holds(
                    "there is a place", () -> system.gateway().send(asked).status() == 200);
            hangUp(stream);
        }
        Eventually.holds("a stream is open", agency::opens);
    }

    /** Asks for a stream and is gone before the answer. */
    private void hangUp(Call call) {
        URI address = system.stack().gateway().address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request =
                    "GET /feed HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n"
                            + "Authorization: Bearer "
                            + call.token()
                            + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void who_begins_now_hears_of_nothing_before() {
        Agency late = new Agency(system, "everybody");
        Answer now = system.gateway().send(late.call("feed?from=now")).expect(200);
        assertThat(now.json().path("events")).isEmpty();

        UUID person = emergency.arrived(People.woman("SYR"));
        Eventually.holds(
                "the event comes",
                () ->
                        system.gateway()
                                        .send(late.call("feed?cursor=" + now.text("cursor")))
                                        .expect(200)
                                        .json()
                                        .path("events")
                                        .size()
                                > 0);
        assertThat(system.gateway().send(late.call("feed?limit=1000")).body())
                .doesNotContain(person.toString());
    }

    @Test
    void an_adult_who_is_corrected_to_a_child_enters_and_the_agency_acknowledges() {
        UUID person = emergency.arrived(People.woman("SYR"));
        Agency children = new Agency(system, "children");
        emergency.corrected(
                person,
                "{\"age\":{\"min\":16,\"max\":16,\"method\":\"DOCUMENT\"},\"reason\":\"a birth"
                        + " certificate\"}");
        children.awaitEvents(1);

        JsonNode entered = children.events().getLast();
        assertThat(entered.path("event").asText()).isEqualTo("PersonEnteredScope");
        assertThat(entered.path("acknowledge").asBoolean()).isTrue();
        assertThat(entered.at("/data/age/min").asInt()).isEqualTo(16);
        assertThat(entered.at("/data/sex").asText()).isEqualTo("FEMALE");

        String notices = "{\"events\":[\"" + entered.path("id").asText() + "\"]}";
        Call acknowledge =
                Call.of("POST", "feed/acknowledgements").token(children.token()).json(notices);
        Answer open = system.gateway().send(acknowledge).expect(200);
        assertThat(open.json().path("count").asInt()).isZero();
        system.gateway().send(acknowledge).expect(200);
        // Not a notice of another agency.
        system.gateway()
                .send(acknowledge.token(new Agency(system, "everybody").token()))
                .expectProblem(400);
    }

    @Test
    void two_agencies_share_no_id_of_one_person() {
        Set<String> everybody = ids(new Agency(system, "everybody").readAll(500));
        Set<String> children = ids(new Agency(system, "children").readAll(500));

        assertThat(everybody).isNotEmpty().doesNotContainAnyElementsOf(children);
    }

    @ParameterizedTest
    @ValueSource(strings = {"python", "sh", "java"})
    void the_readers_of_the_page_get_each_event_once_over_two_runs(
            String language, @TempDir Path home) {
        Agency kept = new Agency(system, "everybody");
        var reader =
                new AgencyPageReaders(
                        home,
                        system.stack().gateway().address().resolve("/feed").toString(),
                        kept.token());
        for (int run = 0; run < 2; run++) {
            emergency.arrivedTogether(5, People.woman("SYR"));
            awaitQuiet(kept);
            Process process = reader.start(language);
            try {
                Eventually.holds(
                        language + " has them all",
                        () -> reader.ids().size() >= kept.events().size());
                // What it writes last is its cursor.
                Eventually.pause(500);
            } finally {
                AgencyPageReaders.end(process);
            }
            assertThat(reader.ids()).isEqualTo(kept.ids());
        }
    }

    /** Everything that was registered has been told. */
    private static void awaitQuiet(Agency reader) {
        int before = -1;
        while (before != reader.events().size()) {
            before = reader.events().size();
            Eventually.pause(700);
            reader.readAll(1000);
        }
    }

    private static Set<String> ids(Agency agency) {
        Set<String> ids = new HashSet<>();
        for (JsonNode event : agency.events()) {
            ids.add(event.path("id").asText());
            ids.add(event.path("subject").asText());
        }
        return ids;
    }
}
