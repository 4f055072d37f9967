package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Names and texts as they really are: of any script, and such that say something. */
@OnTheSharedSystem
class NamesStoriesTest {

    private static final List<String> SCRIPTS =
            List.of(
                    "Nguyễn Thị Hồng",
                    "عبد الرّحمن الحسن",
                    "علی\u200Cرضا رستمی",
                    "יעקב בן־דוד",
                    "Ёлкина Щукина",
                    "Παπαδόπουλος Αλέξανδρος",
                    "Հովհաննես Տէր",
                    "გიორგი მაისურაძე",
                    "ኃይለ ሥላሴ",
                    "कृष्ण श्रीवास्तव",
                    "শ্রীমতী রহমান",
                    "சுப்பிரமணியம்",
                    "ශ්\u200Dරී ලාල්",
                    "สมชาย ใจดี",
                    "ບຸນມີ ສີສຸວັນ",
                    "សុខ ចាន់ដារា",
                    "အောင်ဆန်းစုကြည်",
                    "བསྟན་འཛིན་རྒྱ་མཚོ",
                    "王小明",
                    "さくら タロウ",
                    "김민수",
                    "ߡߡߊߘߎ߫ ߖߊߟߏ߫",
                    "𐴔𐴡𐴔𐴟𐴑",
                    "𞤃𞤢𞤥𞤢𞤣𞤵",
                    "ܝܘܚܢܢ",
                    "ⵎⴰⵙⵉⵏⵉⵙⵙⴰ");

    private static final String INVISIBLE = "\u200B".repeat(12);

    private final RunningSystem system;

    NamesStoriesTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void a_name_of_any_script_is_found_by_its_spelling() {
        Emergency emergency = Emergency.opened(system, "scripts");
        Map<UUID, String> people = new TreeMap<>();
        for (String name : SCRIPTS) {
            people.put(emergency.arrived(People.named(People.man("SYR"), name)), name);
        }
        people.forEach((person, name) -> {
            assertThat(score(emergency, person, name)).as(name).isEqualTo(1.0);
            for (String unseen : List.of("\u200C", "\u00AD", "\u200F", "\u2060")) {
                int at = name.offsetByCodePoints(0, 1);
                String within = name.substring(0, at) + unseen + name.substring(at);
                assertThat(score(emergency, person, within)).as(name).isEqualTo(1.0);
            }
        });
    }

    @Test
    void a_correction_of_a_name_leaves_the_fathers_name_and_the_papers() {
        Emergency emergency = Emergency.opened(system, "merge-patch");
        ObjectNode form = People.named(People.woman("SYR"), "Amina");
        form.withObject("identity").put("fatherName", "Khaled").put("birthPlace", "Baghuz");
        form.withObject("identity").putArray("documents").add("P-4711");
        UUID woman = emergency.arrived(form);
        Answer unused =
                emergency.corrected(
                        woman,
                        "{\"identity\":{\"names\":[{\"value\":\"أمينة\"}],\"birthPlace\":null},"
                                + "\"sex\":\"FEMALE\",\"reason\":\"family book\"}");
        JsonNode identity =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("GET", "persons/" + woman)
                                        .token(emergency.officers().intake()))
                        .expect(200)
                        .json()
                        .path("identity");
        assertThat(identity.path("names").get(0).path("value").asText()).isEqualTo("أمينة");
        assertThat(identity.path("fatherName").asText()).isEqualTo("Khaled");
        assertThat(identity.path("documents").get(0).asText()).isEqualTo("P-4711");
        assertThat(identity.path("birthPlace").isTextual()).isFalse();
        for (String field : List.of("family", "identity", "age", "sex", "needs", "nationalities")) {
            String taken =
                    "{\"%s\":null,\"%s\":%s,\"reason\":\"taken away\"}"
                            .formatted(
                                    field,
                                    field.equals("sex") ? "needs" : "sex",
                                    field.equals("sex") ? "[]" : "\"MALE\"");
            assertThat(patched(emergency, woman, taken).expectProblem(400).body())
                    .as(field)
                    .contains(field, "cannot be taken away");
        }
        Answer nothing =
                patched(emergency, woman, "{\"identity\":{},\"reason\":\"nothing\"}")
                        .expectProblem(400);
        assertThat(nothing.body()).contains("at least one field");
    }

    private static Answer patched(Emergency emergency, UUID person, String body) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("PATCH", "persons/" + person)
                                .token(emergency.officers().intake())
                                .header("If-Match", "\"1\"")
                                .json(body));
    }

    @Test
    void one_word_with_the_same_father_is_raised_as_a_duplicate() {
        Emergency emergency = Emergency.opened(system, "one-word");
        UUID amina = emergency.arrived(daughter("Amina", "Hassan"));
        UUID again = emergency.arrived(daughter("أمينة", "حسن"));
        Eventually.holds(
                "the pair is listed",
                () -> {
                    String listed =
                            emergency
                                    .intake()
                                    .settle(
                                            emergency
                                                    .call("GET", "duplicates")
                                                    .token(emergency.officers().intake()))
                                    .expect(200)
                                    .body();
                    return listed.contains(amina.toString()) && listed.contains(again.toString());
                });
    }

    private static ObjectNode daughter(String name, String father) {
        ObjectNode form = People.named(People.woman("SYR"), name);
        form.putObject("age").put("birthDate", "1996-05-04");
        form.withObject("identity").put("fatherName", father);
        return form;
    }

    @Test
    void a_number_is_found_as_people_write_it() {
        Emergency emergency = Emergency.opened(system, "numbers");
        UUID person = emergency.arrived(People.man("SYR"));
        String number =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("GET", "persons/" + person)
                                        .token(emergency.officers().intake()))
                        .text("registrationNumber");
        String whole = number.replace("-", "");
        int check = number.charAt(number.length() - 1) - '0';
        for (String written :
                List.of(
                        number,
                        number.toLowerCase(Locale.ROOT),
                        number.replace('-', ' '),
                        whole,
                        whole.replace('0', '٠').replace('1', '١'),
                        whole.replace('0', '۰').replace('1', '۱'),
                        number.replace('-', '–'),
                        number.substring(0, number.length() - 2),
                        whole.substring(3))) {
            assertThat(byNumber(emergency, written).expect(200).body())
                    .as(written)
                    .contains(person.toString());
        }
        String other = number.substring(0, number.length() - 1) + (check + 1) % 10;
        assertThat(byNumber(emergency, other).expectProblem(400).body())
                .contains("registrationNumber", "check digit");
    }

    @Test
    void what_says_nothing_is_no_name_and_no_reason() {
        Emergency emergency = Emergency.opened(system, "nothing-said");
        Officers officers = emergency.officers();
        UUID man = emergency.arrived(People.named(People.man("SYR"), "Sami Darwish"));
        for (String nothing :
                List.of(
                        " ",
                        "\u00A0",
                        INVISIBLE,
                        "\u3164",
                        "\u2800",
                        "\u0301",
                        "...",
                        "a\u202Eb")) {
            ObjectNode form = People.named(People.man("SYR"), nothing);
            assertThat(
                            emergency
                                    .intake()
                                    .settle(emergency.arrival(UUID.randomUUID(), form))
                                    .expectProblem(400)
                                    .body())
                    .contains("identity.names[0].value");
            String reason = Answer.MAPPER.createObjectNode().put("reason", nothing).toString();
            for (String path : List.of("/erasure", "/emergency-access")) {
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("POST", "persons/" + man + path)
                                        .token(
                                                path.equals("/erasure")
                                                        ? officers.coordinator()
                                                        : officers.line())
                                        .json(reason))
                        .expectProblem(400);
            }
        }
    }

    @Test
    void half_a_character_is_refused_by_every_path() {
        Emergency emergency = Emergency.opened(system, "surrogates");
        UUID alone = UUID.randomUUID();
        String form =
                People.named(People.man("SYR"), "HALF").toString().replace("HALF", "Ali \\ud800");
        emergency
                .intake()
                .settle(
                        emergency
                                .call("PUT", "arrivals/" + alone)
                                .token(emergency.officers().intake())
                                .content(Call.JSON, form))
                .expectProblem(400);
        String line =
                People.withId(People.named(People.man("SYR"), "HALF"), alone)
                        .toString()
                        .replace("HALF", "Ali \\ud800");
        JsonNode outcome =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("POST", "arrivals")
                                        .token(emergency.officers().intake())
                                        .content(Call.NDJSON, line + "\n"))
                        .expect(200)
                        .lines()
                        .getFirst();
        assertThat(outcome.path("problem").path("status").asInt()).isEqualTo(400);
        assertThat(outcome.path("problem").toString()).contains("identity.names[0].value");
        String item =
                "{\"itemId\":\"%s\",\"deviceId\":\"tablet-1\",\"deviceSequence\":1,\"method\":\"PUT\",\"path\":\"arrivals/%s\",\"body\":%s}\n"
                        .formatted(UUID.randomUUID(), alone, form);
        JsonNode held =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .device("tablet-1")
                                        .batch(emergency.officers().intake())
                                        .content(Call.NDJSON, item))
                        .expect(200)
                        .lines()
                        .getFirst();
        assertThat(held.path("outcome").asText()).isEqualTo("rejected");
        assertThat(held.path("status").asInt()).isEqualTo(400);
    }

    @Test
    void P4_a_legal_reference_says_something() {
        Emergency emergency = Emergency.opened(system, "references");
        emergency.facility("derik", "PRISON", 40);
        UUID man = emergency.arrived(People.man("SYR"));
        JsonNode unused = emergency.concluded(man, "FIGHTER", "DIRECT_PARTICIPATION");
        for (String nothing : List.of(" ", "...", "()", "\u200B", "—", "\u0651")) {
            assertThat(order(emergency, man, nothing).expectProblem(400).body())
                    .contains("legalReference");
        }
        for (String reference :
                List.of(
                        "n° 12",
                        "art. 5 de l'ordonnance",
                        "المادّة ٥",
                        "धारा १२",
                        "§§ 3–5",
                        "№ 45",
                        "Law 7 & 8")) {
            Answer ordered = order(emergency, man, reference).expect(201);
            emergency
                    .placement()
                    .settle(
                            emergency
                                    .call(
                                            "POST",
                                            "placements/"
                                                    + ordered.text("placementId")
                                                    + "/cancellation")
                                    .token(emergency.officers().placement())
                                    .key(UUID.randomUUID().toString())
                                    .json("{\"reason\":\"another reference\"}"))
                    .expect(201);
        }
    }

    private static Answer order(Emergency emergency, UUID person, String reference) {
        return emergency
                .placement()
                .settle(
                        emergency
                                .call("POST", "placements")
                                .token(emergency.officers().placement())
                                .key(UUID.randomUUID().toString())
                                .json(
                                        Orders.of(person, "derik", Orders.CUSTODY)
                                                .put("legalReference", reference)));
    }

    private static Answer byNumber(Emergency emergency, String number) {
        return search(emergency, "registrationNumber", number);
    }

    private static double score(Emergency emergency, UUID person, String name) {
        for (JsonNode one : search(emergency, "name", name).expect(200).json().path("items")) {
            if (one.path("personId").asText().equals(person.toString())) {
                return one.path("score").asDouble();
            }
        }
        return 0;
    }

    private static Answer search(Emergency emergency, String field, String value) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "persons/search")
                                .token(emergency.officers().intake())
                                .json(Answer.MAPPER.createObjectNode().put(field, value)));
    }
}
