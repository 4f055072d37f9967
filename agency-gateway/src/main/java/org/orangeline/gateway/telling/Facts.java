package org.orangeline.gateway.telling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Age;
import org.orangeline.gateway.people.KnownPerson;
import org.orangeline.gateway.people.Stay;

/** The facts so far, in the shape of {@code PersonEnteredScope}. */
final class Facts {

    private Facts() {}

    static Map<String, Object> of(UUID person, KnownPerson known) {
        var facts = new Fields().put("personId", person).put("group", known.group());
        facts.put("finding", known.finding());
        KnownPerson.Arrival arrival = known.arrival();
        if (arrival != null) {
            facts.put("registrationNumber", arrival.registrationNumber())
                    .put("receptionPoint", arrival.receptionPoint())
                    .put("arrivedAt", arrival.arrivedAt());
        }
        KnownPerson.Facts said = known.facts();
        if (said != null) {
            facts.put("sex", said.sex());
            facts.values.put("age", age(said.ages().standing()));
            facts.values.put("needs", said.needs());
            facts.values.put("nationalities", nationalities(said));
        }
        Stay stay = known.stay();
        if (stay != null) {
            facts.put("placementId", stay.placementId())
                    .put("facilityId", stay.facilityId())
                    .put("basis", stay.basis())
                    .put("since", stay.inside());
            facts.values.put("inside", stay.inside() != null);
        }
        return facts.values;
    }

    private static Map<String, Object> age(Age age) {
        var fields = new Fields().put("birthDate", age.birthDate()).put("method", age.method());
        fields.put("estimatedOn", age.estimatedOn())
                .put("precision", age.precision())
                .put("basis", age.basis());
        if (age.min() != null && age.max() != null) {
            fields.values.put("min", age.min());
            fields.values.put("max", age.max());
        }
        return fields.values;
    }

    private static List<Map<String, Object>> nationalities(KnownPerson.Facts said) {
        return said.nationalities().stream()
                .map(claim ->
                        new Fields()
                                .put("country", claim.country())
                                .put("basis", claim.basis())
                                .values)
                .toList();
    }

    /** Values as JSON would hold them; what is not known is left out. */
    private static final class Fields {

        private final Map<String, Object> values = new HashMap<>();

        Fields put(String name, @Nullable Object value) {
            if (value != null) {
                values.put(name, value.toString());
            }
            return this;
        }
    }
}
