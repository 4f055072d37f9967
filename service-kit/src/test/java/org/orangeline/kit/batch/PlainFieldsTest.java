package org.orangeline.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class PlainFieldsTest {

    @Test
    void identities_words_and_what_nobody_named_are_left_out() throws JsonProcessingException {
        assertThat(
                        plain(
                                """
                                {"receptionPoint":"east","arrivedAt":"2019-03-05T09:12:00Z",\
                                "age":{"min":20,"max":30,"remark":"tall"},"needs":["PREGNANT"],\
                                "identity":{"names":[{"value":"Zeyneb"}]},"reason":"as told",\
                                "ground":{"code":"X","statement":"seen"},"new":7}\
                                """))
                .isEqualTo(
                        "{\"receptionPoint\":\"east\",\"arrivedAt\":\"2019-03-05T09:12:00Z\","
                                + "\"age\":{\"min\":20,\"max\":30},\"needs\":[\"PREGNANT\"]}");
    }

    @Test
    void a_text_that_can_be_no_code_is_left_out_wherever_it_stands()
            throws JsonProcessingException {
        assertThat(
                        plain(
                                "{\"sex\":\"his name is Ali\",\"needs\":[\"two words\",\"WOUNDED\",\"SURVIVOR\"]}"))
                .isEqualTo("{\"needs\":[\"WOUNDED\"]}");
        assertThat(plain("\"Ali Hassan\"")).isEqualTo("{}");
    }

    private static String plain(String body) throws JsonProcessingException {
        return PlainFields.of(new ObjectMapper().readTree(body)).toString();
    }
}
