package org.orangeline.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Role;

/** Which calls decide: by what they say of themselves, and whatever ids an item has in its path. */
class DecisionsTest {

    private static final List<Decisions.Call> CALLS = Decisions.of(Calls.class).toList();

    @Test
    void a_call_that_decides_is_one_with_any_ids() {
        assertThat(Decisions.isOne(CALLS, "POST", "persons/1/conclusion")).isTrue();
        assertThat(Decisions.isOne(CALLS, "PUT", "convoys/2")).isTrue();
    }

    @Test
    void another_method_another_path_and_what_records_a_fact_is_none() {
        assertThat(Decisions.isOne(CALLS, "PUT", "persons/1/conclusion")).isFalse();
        assertThat(Decisions.isOne(CALLS, "POST", "persons/1/conclusion/x")).isFalse();
        assertThat(Decisions.isOne(CALLS, "POST", "persons/1")).isFalse();
        assertThat(Decisions.isOne(CALLS, "POST", "persons/1/answers")).isFalse();
        assertThat(Decisions.isOne(CALLS, "GET", "persons/1")).isFalse();
    }

    /** A resource. */
    public static final class Calls {

        /** Decides. */
        @POST
        @Path("/operations/{op}/persons/{id}/conclusion")
        @Access(value = Role.APPROVER, humanOnly = true, decides = true)
        public void conclude() {}

        /** Decides. */
        @PUT
        @Path("/operations/{op}/convoys/{convoyId}")
        @Access(value = Role.PLACEMENT_OFFICER, decides = true)
        public void plan() {}

        /** A fact. */
        @POST
        @Path("/operations/{op}/persons/{id}/answers")
        @Access(value = Role.SCREENING_OFFICER, humanOnly = true)
        public void answer() {}

        /** A read. */
        @GET
        @Path("/operations/{op}/persons/{id}")
        @Access(Role.APPROVER)
        public void read() {}
    }
}
