package org.orangeline.screening.view;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The last answer to each question, so that a reader who pages through a list has it made once.
 *
 * @param <T> the answers
 */
final class LastAsked<T> {

    private final Map<String, Answer<T>> answers = new ConcurrentHashMap<>();

    T get(String question, Moment moment, Supplier<T> make) {
        Answer<T> last = answers.get(question);
        if (last != null && last.moment.isSame(moment)) {
            return last.value;
        }
        T value = make.get();
        answers.put(question, new Answer<>(moment, value));
        return value;
    }

    private record Answer<T>(Moment moment, T value) {}
}
