package org.orangeline.screening.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.asking;
import static org.orangeline.screening.Given.needsCorrected;
import static org.orangeline.screening.Given.withNeeds;

import org.junit.jupiter.api.Test;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;

/** Logs from before sensitive needs were sealed name them in the clear; this service lists none. */
class SensitiveNeedsOfOldLogsTest {

    @Test
    void neither_an_arrival_nor_a_correction_tells_what_somebody_survived() {
        var woman = arrived(PERSON, Sex.FEMALE, 30, 40, "SYR");
        var came = asking().given(withNeeds(woman, Needs.SURVIVOR, Needs.WOUNDED));
        assertThat(came.known().person(OP, PERSON).orElseThrow().needs())
                .containsExactly(Needs.WOUNDED);
        var corrected = came.given(needsCorrected(PERSON, Needs.MENTAL_HEALTH, Needs.PREGNANT));
        assertThat(corrected.known().person(OP, PERSON).orElseThrow().needs())
                .containsExactly(Needs.PREGNANT);
    }
}
