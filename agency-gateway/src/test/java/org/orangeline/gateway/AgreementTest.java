package org.orangeline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.AgreementException;
import org.orangeline.agreement.AgreementRules;
import org.orangeline.agreement.Rows;
import org.orangeline.agreement.SignedAgreement;
import org.orangeline.events.EventCodec;
import org.orangeline.events.model.Basis;

/** Whatever is wrong with an agreement, there is no feed. */
class AgreementTest {

    private static final AgreementRules RULES = new AgreementRules(Given.CONTRACTS);

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Given.ROOT.resolve("agency-gateway/agreements"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_examples_keep_to_the_rules(Path file) throws IOException {
        byte[] json = Files.readAllBytes(file);

        Agreement agreement = signedAndRead(json);

        assertThatCode(() -> RULES.check(agreement)).doesNotThrowAnyException();
        assertThat(file.getFileName().toString()).startsWith(agreement.agency() + ".");
    }

    @Test
    void there_is_none_for_a_state() throws IOException {
        assertThat(examples().stream().map(file -> file.getFileName().toString()))
                .containsExactly(
                        "camp-management.2.json",
                        "child-protection.2.json",
                        "justice.2.json",
                        "tracing-bureau.2.json");
    }

    @Test
    void a_signature_of_anybody_else_or_over_anything_else_does_not_hold() {
        byte[] json = json();
        String signature = SignedAgreement.sign(json, Given.SIGNERS.getPrivate());
        byte[] changed =
                new String(json, StandardCharsets.UTF_8)
                        .replace("\"childrenOnly\":true", "\"childrenOnly\":false")
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(changed).isNotEqualTo(json);
        assertRefused(changed, signature);
        assertRefused(json, SignedAgreement.sign(json, Given.signers().getPrivate()));
        assertRefused(json, "");
        assertRefused(json, "AAAA");
    }

    @Test
    void white_space_and_the_order_of_fields_do_not_count() {
        byte[] json = json();
        String signature = SignedAgreement.sign(json, Given.SIGNERS.getPrivate());
        byte[] spread =
                new String(json, StandardCharsets.UTF_8)
                        .replace(",", " ,\n ")
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(SignedAgreement.read(spread, signature, Given.SIGNERS.getPublic()))
                .isEqualTo(signedAndRead(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"childrenOnly\":true|\"childrenOnly\":true,\"adultsToo\":true",
                "\"childrenOnly\":true|\"childOnly\":true",
                "\"childrenOnly\":true,|''",
                "\"purpose\":\"a purpose\",|''",
                "\"groups\":true,|''",
                "\"times\":\"HOUR\"|\"times\":\"MINUTE\"",
            })
    void a_field_too_many_or_too_few_is_refused(String field, String instead) {
        String text = new String(json(), StandardCharsets.UTF_8);
        assertThat(text).contains(field);

        assertThatThrownBy(() ->
                        signedAndRead(
                                text.replace(field, instead).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(AgreementException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "NoSuchEvent, /sex, no event is named",
        "PersonArrived, /shoeSize, has no field",
        "PersonArrived, /identity, never told",
        "PersonArrived, /device, never told",
        "PersonArrived, /device/deviceId, never told",
        "ScreeningConcluded, /reason, never told",
        "ScreeningConcluded, /concludedBy, never told",
        "CarerVerified, /verifiedBy, never told",
        "AgeAssessed, /confirmedBy, never told",
        "FindingRecommended, /grounds, never told",
        "ErasureNotice, /personId, told anyway",
        "HeadCounted, /counted, about no person",
        "SensitiveNeedsRecorded, /personId, never told",
    })
    void what_may_never_leave_cannot_be_agreed_on(String event, String field, String why) {
        Agreement agreement =
                Given.agreement("agency", Given.children(), Map.of(event, List.of(field)));

        assertThatThrownBy(() -> RULES.check(agreement))
                .isInstanceOf(AgreementException.class)
                .hasMessageContaining(why);
    }

    @Test
    void labels_and_numbers_need_to_be_allowed() {
        Agreement all =
                Given.agreement(
                        "agency",
                        Given.everybody(),
                        Map.of(
                                "GroupAssigned", List.of("/group"),
                                "PersonArrived", List.of("/registrationNumber")));
        RULES.check(all);

        assertThatThrownBy(() -> RULES.check(with(all, false, true)))
                .hasMessageContaining("group label");
        assertThatThrownBy(() -> RULES.check(with(all, true, false)))
                .hasMessageContaining("registration number");
    }

    @Test
    void whether_identity_may_be_asked_for_is_signed_and_may_be_left_out() {
        byte[] older = json();
        assertThat(new String(older, StandardCharsets.UTF_8)).doesNotContain("identity");
        assertThat(signedAndRead(older).entitlesToIdentity()).isFalse();
        assertThat(signedAndRead(saying(older, "false")).entitlesToIdentity()).isFalse();
        assertThat(signedAndRead(saying(older, "true")).entitlesToIdentity()).isTrue();

        assertRefused(
                saying(older, "true"), SignedAgreement.sign(older, Given.SIGNERS.getPrivate()));
    }

    @Test
    void only_the_tracing_bureau_of_the_examples_may_ask_for_identity() throws IOException {
        for (Path example : examples()) {
            assertThat(signedAndRead(Files.readAllBytes(example)).entitlesToIdentity())
                    .as(example.toString())
                    .isEqualTo(example.endsWith("tracing-bureau.2.json"));
        }
    }

    @Test
    void identity_goes_with_no_rows_that_intake_service_cannot_judge() {
        Map<String, List<String>> events = Map.of("PersonArrived", List.of("/sex"));
        for (Rows rows : List.of(Given.in("roj"), Given.on(Basis.CRIMINAL_CUSTODY))) {
            byte[] json = EventCodec.canonical(Given.agreement("agency", rows, events));
            RULES.check(signedAndRead(json));
            Agreement entitled = signedAndRead(saying(json, "true"));
            assertThatThrownBy(() -> RULES.check(entitled))
                    .isInstanceOf(AgreementException.class)
                    .hasMessageContaining("identity");
        }
        byte[] children = EventCodec.canonical(Given.agreement("agency", Given.children(), events));
        RULES.check(signedAndRead(saying(children, "true")));
    }

    private static byte[] saying(byte[] json, String identity) {
        return new String(json, StandardCharsets.UTF_8)
                .replace("\"groups\"", "\"identity\":" + identity + ",\"groups\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void an_agreement_without_rows_or_time_is_none() {
        Agreement nowhere =
                Given.agreement(
                        "agency",
                        new Rows(List.of(), false, List.of(), List.of()),
                        Map.of("PersonArrived", List.of("/sex")));

        assertThatThrownBy(() -> RULES.check(nowhere)).hasMessageContaining("no operation");
    }

    private static Agreement with(Agreement a, boolean groups, boolean numbers) {
        return new Agreement(
                a.agency(),
                a.version(),
                a.name(),
                a.purpose(),
                a.legalBasis(),
                a.validFrom(),
                a.validTo(),
                a.rows(),
                a.times(),
                groups,
                numbers,
                a.facilityCodes(),
                a.identity(),
                a.events());
    }

    private static byte[] json() {
        return EventCodec.canonical(
                Given.agreement(
                        "agency",
                        Given.children(),
                        Map.of("PersonArrived", List.of("/sex", "/age"))));
    }

    private static Agreement signedAndRead(byte[] json) {
        return SignedAgreement.read(
                json,
                SignedAgreement.sign(json, Given.SIGNERS.getPrivate()),
                Given.SIGNERS.getPublic());
    }

    private static void assertRefused(byte[] json, String signature) {
        assertThatThrownBy(() -> SignedAgreement.read(json, signature, Given.SIGNERS.getPublic()))
                .isInstanceOf(AgreementException.class)
                .hasMessageContaining("signature");
    }
}
