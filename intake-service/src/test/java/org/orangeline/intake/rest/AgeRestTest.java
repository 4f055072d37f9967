package org.orangeline.intake.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.kit.testing.LocalDeployment;

/** Birth dates as far as they are known, over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalDeployment.class)
class AgeRestTest extends OverHttp {

    private static String arrival(String age) {
        return """
        {"receptionPoint":"east","arrivedAt":"2019-03-05T09:12:00Z","sex":"MALE","age":%s}\
        """
                .formatted(age);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'birthDate':'2004'}|2004-01-01|YEAR|CLAIMED",
                "{'birthDate':'2004-01-01','basis':'DOCUMENT'}|2004-01-01|YEAR|DOCUMENT",
                "{'birthDate':'2004-01-01','basis':'VERIFIED'}|2004-01-01|DAY|VERIFIED",
                "{'birthDate':'2004-05'}|2004-05-01|MONTH|CLAIMED",
                "{'birthDate':'2004-05-17'}|2004-05-17|DAY|CLAIMED"
            })
    void a_birth_date_is_shown_with_its_precision_and_basis(String row) {
        String[] told = row.replace('\'', '"').split("\\|", -1);
        String op = operation();
        UUID person = arrives(op, arrival(told[0]), next());
        get(op, "persons/" + person)
                .statusCode(200)
                .body("age.birthDate", equalTo(told[1]))
                .body("age.precision", equalTo(told[2]))
                .body("age.basis", equalTo(told[3]))
                .body("age.min", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'birthDate':'2004-13'}",
                "{'birthDate':'2004-02-30'}",
                "{'birthDate':'04-05-2004'}",
                "{'birthDate':'9999'}",
                "{'birthDate':'1800'}",
                "{'birthDate':'2004','min':10,'max':12}",
                "{'min':10,'max':12,'basis':'DOCUMENT'}",
                "{'birthDate':'2004','basis':'HEARSAY'}"
            })
    void what_is_no_birth_date_is_a_400(String age) {
        String op = operation();
        put(op, "arrivals/" + next(), arrival(age.replace('\'', '"'))).statusCode(400);
    }
}
