package org.orangeline.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Arrivals as tablets send them. */
final class People {

    private People() {}

    static ObjectNode man(String country) {
        return adult("MALE", country);
    }

    static ObjectNode woman(String country) {
        return adult("FEMALE", country);
    }

    static ObjectNode child(String country) {
        return person("MALE", 6, 9, country);
    }

    static ObjectNode person(String sex, int min, int max, String country) {
        ObjectNode form =
                Answer.MAPPER
                        .createObjectNode()
                        .put("receptionPoint", "baghuz-east")
                        .put("arrivedAt", "2019-03-05T09:12:00Z")
                        .put("sex", sex);
        form.putObject("age").put("min", min).put("max", max).put("method", "APPEARANCE");
        form.putArray("nationalities").addObject().put("country", country).put("basis", "CLAIMED");
        return form;
    }

    static ObjectNode named(ObjectNode form, String name) {
        form.putObject("identity").putArray("names").addObject().put("value", name);
        return form;
    }

    static ObjectNode inFamily(ObjectNode form, String family, String role) {
        form.putObject("family").put("groupId", family).put("role", role);
        return form;
    }

    static ObjectNode withId(ObjectNode form, UUID personId) {
        return form.deepCopy().put("personId", personId.toString());
    }

    private static ObjectNode adult(String sex, String country) {
        return person(sex, 28, 36, country);
    }
}
