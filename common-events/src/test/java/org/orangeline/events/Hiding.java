package org.orangeline.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How a sample holds its confidential values: clear as a command does, or sealed as the log. */
enum Hiding {
    CLEAR {
        @Override
        <T> Confidential<T> at(String subject, String event, String field, T value) {
            return Confidential.of(value);
        }
    },
    SEALED {
        @Override
        <T> Confidential<T> at(String subject, String event, String field, T value) {
            try {
                Sealed<?> sealed =
                        new TestSealer()
                                .seal(subject, event, field, PLAIN.writeValueAsBytes(value));
                return new Sealed<>(subject, event, field, sealed.iv(), sealed.ciphertext());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    private static final ObjectMapper PLAIN =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    /** The value as it stands at a JSON pointer of an event. */
    abstract <T> Confidential<T> at(String subject, String event, String field, T value);
}
