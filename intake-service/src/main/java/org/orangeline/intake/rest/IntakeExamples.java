package org.orangeline.intake.rest;

/** Bodies that the OpenAPI document shows; every one of them is valid. */
final class IntakeExamples {

    static final String OPERATION =
            """
            {"operation":"baghuz-2019","name":"Baghuz 2019","numberPrefix":"BGZ"}\
            """;

    static final String ARRIVAL =
            """
            {"receptionPoint":"baghuz-east","arrivedAt":"2019-03-05T09:12:00Z","sex":"FEMALE",\
            "age":{"min":25,"max":35,"method":"APPEARANCE"},\
            "nationalities":[{"country":"IRQ","basis":"CLAIMED"}],"needs":["PREGNANT"],\
            "family":{"groupId":"f-17","role":"PARENT"},\
            "identity":{"names":[{"value":"أمينة محمد","script":"Arab"}]}}\
            """;

    static final String ARRIVAL_LINE =
            """
            {"personId":"0195a1b2-0000-7000-8000-000000000001","receptionPoint":"baghuz-east",\
            "arrivedAt":"2019-03-05T09:12:00Z","sex":"MALE","age":{"min":30,"max":40}}\
            """;

    static final String CORRECTION =
            """
            {"age":{"birthDate":"2003-05-01"},"reason":"school certificate shown"}\
            """;

    static final String SEARCH =
            """
            {"sex":"FEMALE","nationality":"IRQ","limit":20}\
            """;

    private IntakeExamples() {}
}
