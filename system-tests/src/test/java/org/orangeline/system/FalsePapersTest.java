package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.orangeline.agreement.AgencyKeys;
import org.orangeline.events.ReceiptCheck;
import org.orangeline.system.SharedFeeds.Feeds;

/**
 * Forged, replayed, expired and foreign papers of every kind, over HTTP. Where each is tried:
 *
 * <table>
 * <caption>T: {@code AccessMatrixTest.S6_who_may_make_each_call_and_no_machine_decides}, every call; A: {@link
 * AgencyAccessTest}; D: {@link DevicesTest}; I: {@link IdentityRequestTest}; R: {@link
 * RefusedIdentityRequestTest}; C: {@link ChangedAgreementTest}; here: this class</caption>
 * <tr><th></th><th>forged</th><th>replayed</th><th>expired</th><th>foreign</th></tr>
 * <tr><td>access token</td><td>T, A</td><td>here: it is good until it ends, and a call that comes
 * again changes nothing; no other machine hears it, see {@link TransportTest}</td><td>T, A</td>
 * <td>T: another issuer, another operation; A: an officer's at the feed, an agency's at a
 * service</td></tr>
 * <tr><td>device assertion</td><td>D: {@code an_assertion_that_was_forged_...}</td><td>D: the
 * same</td><td>D: {@code a_challenge_and_a_token_run_out_...}</td><td>D: of another tablet, of
 * another operation</td></tr>
 * <tr><td>agreement</td><td>A: the feed; I: identities</td><td>C, R: an older content or version
 * after a newer one</td><td>A: the feed; I: identities; {@link SecuredStoryTest}: topics</td>
 * <td>A: signed elsewhere, another agency's; here: identities</td></tr>
 * <tr><td>feed cursor</td><td>A</td><td>here: the same events with the same ids</td><td>here</td>
 * <td>A: another agency's; C: another version's; here: another deployment's</td></tr>
 * <tr><td>signed receipt</td><td>here</td><td>here: it is evidence and opens nothing</td><td>here:
 * it never does, since the record does not</td><td>here: another operation's, another
 * deployment's</td></tr>
 * </table>
 */
@OnSharedFeeds
class FalsePapersTest {

    private static final Duration CURSOR_LIFE = Duration.ofDays(400);

    private final RunningSystem system;
    private final Emergency emergency;
    private final Emergency other;

    FalsePapersTest(Feeds feeds) {
        this.system = feeds.system();
        this.emergency = feeds.small();
        this.other = feeds.large();
    }

    @Test
    void a_call_that_was_overheard_and_comes_again_with_its_token_changes_nothing() {
        UUID person = UUID.randomUUID();
        Call overheard = emergency.arrival(person, People.woman("SYR"));
        String receipt = emergency.intake().settle(overheard).expect(201).body();
        Call correction =
                emergency
                        .call("PATCH", "persons/" + person)
                        .token(emergency.officers().intake())
                        .header("Based-On", "0")
                        .key("overheard")
                        .json("{\"needs\":[\"WOUNDED\"],\"reason\":\"seen\"}");
        emergency.intake().settle(correction).expect(200);
        long before = eventsAbout(person);

        for (int i = 0; i < 3; i++) {
            assertThat(emergency.intake().settle(overheard).expect(200).body()).isEqualTo(receipt);
            emergency.intake().settle(correction).expect(200);
        }
        assertThat(eventsAbout(person)).isEqualTo(before);
    }

    @Test
    void a_cursor_that_comes_again_brings_the_same_events_under_the_same_ids() {
        emergency.arrivedTogether(3, People.woman("SYR"));
        Agency reader = new Agency(system, "everybody").awaitEvents(3);
        Agency begun = new Agency(system, "everybody");
        boolean unused = begun.readPage(1);
        Call again = begun.call("feed?limit=1000&cursor=" + begun.cursor());

        String first = ids(again, reader);
        assertThat(ids(again, reader)).isEqualTo(first);
        assertThat(reader.ids().toString()).contains(begun.ids().getFirst());
    }

    private String ids(Call call, Agency reader) {
        JsonNode events = system.gateway().settle(call).expect(200).json().path("events");
        assertThat(events.size()).isGreaterThanOrEqualTo(reader.events().size() - 1);
        return events.findValuesAsText("id").subList(0, reader.events().size() - 1).toString();
    }

    @Test
    void a_cursor_that_is_too_old_or_of_another_deployment_is_refused() throws Exception {
        Agency reader = new Agency(system, "everybody").readAll(1000);
        String cursor = Objects.requireNonNull(reader.cursor());
        byte[] key = AgencyKeys.read(system.stack().keys().agencyKeysFile()).cursors();

        // The gateway's own, signed anew by who has its key: only its age is wrong.
        cursor(200, reader, signed(cursor, key, Duration.ZERO));
        cursor(200, reader, signed(cursor, key, CURSOR_LIFE.minusDays(1)));
        cursor(400, reader, signed(cursor, key, CURSOR_LIFE.plusDays(1)));
        cursor(400, reader, signed(cursor, new byte[32], Duration.ZERO));
    }

    private void cursor(int status, Agency reader, String cursor) {
        Answer answer = system.gateway().settle(reader.call("feed?cursor=" + cursor));
        Answer unused = status == 200 ? answer.expect(200) : answer.expectProblem(status);
    }

    private static String signed(String cursor, byte[] key, Duration older)
            throws IOException, GeneralSecurityException {
        ObjectNode said = (ObjectNode) Answer.MAPPER.readTree(part(cursor, 0));
        said.put("at", said.path("at").asLong() - older.toSeconds());
        byte[] bytes = said.toString().getBytes(StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return text(bytes) + "." + text(mac.doFinal(bytes));
    }

    @Test
    void an_agreement_that_was_signed_elsewhere_or_is_another_agencys_tells_no_identity() {
        for (String agency : List.of("elsewhere", "borrowed", "forged", "unsigned")) {
            emergency
                    .intake()
                    .settle(
                            emergency
                                    .call("POST", "identity-requests")
                                    .token(new Agency(system, agency).token())
                                    .json(IdentityRequests.body(UUID.randomUUID())))
                    .expectProblem(403);
        }
    }

    @Test
    void a_receipt_is_believed_when_it_was_signed_here_for_this_operation_and_never_ends()
            throws Exception {
        UUID person = UUID.randomUUID();
        Call arrival = emergency.arrival(person, People.woman("SYR"));
        String receipt = emergency.intake().settle(arrival).expect(201).text("signed");
        assertThat(isBelieved(receipt, emergency)).isTrue();

        String number = Answer.MAPPER.readTree(part(receipt, 1)).path("num").asText();
        String claims = new String(part(receipt, 1), StandardCharsets.UTF_8);
        byte[] forged = claims.replace(number, "BGZ-999999-9").getBytes(StandardCharsets.UTF_8);
        String[] parts = receipt.split("\\.");
        parts[1] = text(forged);
        assertThat(isBelieved(String.join(".", parts), emergency)).isFalse();
        assertThat(isBelieved(new DeviceKeys().sign("EdDSA", claims), emergency)).isFalse();
        assertThat(isBelieved(receipt, other)).as("of another operation").isFalse();

        // What is known of the person changes and goes; that the record was made stays true.
        Answer unused =
                emergency.corrected(person, "{\"needs\":[\"WOUNDED\"],\"reason\":\"seen\"}");
        emergency.erased(person);
        assertThat(emergency.intake().settle(arrival).expect(200).text("signed"))
                .isEqualTo(receipt);
        assertThat(isBelieved(receipt, emergency)).isTrue();
    }

    @Test
    void no_paper_is_good_for_what_another_kind_is_for() {
        Agency reader = new Agency(system, "everybody").readAll(1000);
        EnrolledDevice device = emergency.device("papers");
        String receipt =
                emergency
                        .intake()
                        .settle(emergency.arrival(UUID.randomUUID(), People.woman("SYR")))
                        .expect(201)
                        .text("signed");
        String cursor = Objects.requireNonNull(reader.cursor());
        String officer = emergency.officers().intake();
        List<String> papers = List.of(receipt, cursor, device.assertion(), device.token());
        for (String paper : papers) {
            emergency
                    .intake()
                    .settle(emergency.call("GET", "devices").token(paper))
                    .expectProblem(401);
            system.gateway().settle(Call.get("feed").token(paper)).expectProblem(401);
            if (!paper.equals(cursor)) {
                cursor(400, reader, paper);
            }
        }
        for (String paper : List.of(receipt, cursor, device.assertion(), officer)) {
            emergency
                    .intake()
                    .settle(
                            emergency
                                    .call("POST", "batches")
                                    .token(officer)
                                    .header("Device-Token", paper)
                                    .content(Call.NDJSON, "{}"))
                    .expectProblem(401);
        }
        for (String paper : List.of(receipt, officer)) {
            emergency.intake().settle(device.tokenFor(paper)).expectProblem(401);
        }
        // These are not even of the form.
        for (String paper : List.of(cursor, device.token())) {
            emergency.intake().settle(device.tokenFor(paper)).expectProblem(400);
        }
    }

    /** As another tablet would, offline. */
    private boolean isBelieved(String receipt, Emergency here) {
        JsonNode key =
                here.intake()
                        .settle(here.call("GET", "receipt-key").token(here.officers().intake()))
                        .expect(200)
                        .json();
        return new ReceiptCheck(key.path("x").asText())
                .read(receipt)
                .filter(claims -> claims.op().equals(here.operation()))
                .isPresent();
    }

    private long eventsAbout(UUID person) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("GET", "persons/" + person + "/history")
                                .token(emergency.officers().auditor()))
                .expect(200)
                .json()
                .findValues("type")
                .size();
    }

    private static byte[] part(String paper, int index) {
        return Base64.getUrlDecoder().decode(paper.split("\\.")[index]);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
