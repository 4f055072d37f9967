package org.orangeline.screening.screening;

import java.util.List;

/**
 * What is looked at of an interview before a finding is recommended.
 *
 * @param missing ids of required questions of the version that was asked without an answer, and
 *     without a reason why there is none
 */
public record Questioned(List<String> missing) {

    public Questioned {
        missing = List.copyOf(missing);
    }
}
