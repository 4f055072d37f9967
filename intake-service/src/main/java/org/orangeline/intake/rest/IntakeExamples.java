package org.orangeline.intake.rest;

/** Bodies that the OpenAPI document shows; every one of them is valid. */
final class IntakeExamples {

    static final String OPERATION =
            """
            {"operation":"baghuz-2019","name":"Baghuz 2019","numberPrefix":"BGZ",\
            "timeZone":"Asia/Damascus"}\
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

    static final String CORRECTION_OF_NAME =
            """
            {"identity":{"names":[{"value":"أمينة خالد"}],"birthPlace":null},\
            "reason":"spelled as on the family book"}\
            """;

    static final String ARRIVAL_TIME =
            """
            {"arrivedAt":"2019-03-05T09:10:00Z","reason":"the convoy list says noon"}\
            """;

    static final String AGE_ASSESSMENT =
            """
            {"age":{"min":20,"max":24},"method":"MEDICAL","marginYears":2,\
            "reason":"wrist and teeth, file 2019/77"}\
            """;

    static final String SENSITIVE_NEEDS =
            """
            {"added":["SURVIVOR"],"reason":"told the counsellor in confidence"}\
            """;

    static final String EMERGENCY =
            """
            {"minutes":30,"reason":"a child at the gate is called for by name"}\
            """;

    static final String EMERGENCY_REVIEW =
            """
            {"justified":true,"reason":"the child was found"}\
            """;

    static final String IDENTITY_REQUEST =
            """
            {"subject":"b3d9f1c4-7a20-8e5b-8f6d-0c9f3e2a1d47",\
            "reason":"the family asks, file TB-2019-118"}\
            """;

    static final String SEARCH =
            """
            {"sex":"FEMALE","nationality":"IRQ","limit":20}\
            """;

    static final String NUMBER_BLOCK =
            """
            {"deviceId":"tablet-3","size":200,"days":3}\
            """;

    static final String ERASURE =
            """
            {"reason":"asked for in writing, file 2019/311"}\
            """;

    static final String ERASURE_SIGNATURE =
            """
            {"registrationNumber":"BGZ-000123-7"}\
            """;

    static final String ERASURE_SIGNATURE_OF_TWO =
            """
            {"registrationNumbers":["BGZ-000123-7","BGZ-000124-5"]}\
            """;

    static final String REASON =
            """
            {"reason":"the families told us at the gate"}\
            """;

    static final String PLAN =
            """
            {"plan":{"id":"one-table","groups":[{"code":"UNDETERMINED","line":"officer's table",\
            "kind":"UNDETERMINED"}],"rules":[],"otherwise":"UNDETERMINED"},\
            "reason":"the lines are closed tonight"}\
            """;

    static final String LEGAL_PROFILE =
            """
            {"legalProfile":{"id":"gc-1949-winter","lineWaitLimit":"PT12H",\
            "firstReviewWithin":"PT72H","reviewEvery":"P6M","cardWithin":"P7D",\
            "bureauNoticeWithin":"P14D","screenAgainWithin":"P14D","plausibleClockSkew":"P30D"},\
            "reason":"nobody waits outside for a night"}\
            """;

    static final String PRE_REGISTRATION =
            """
            {"receptionPoint":"baghuz-east","arrivedAt":"2019-03-05T08:40:00Z","headCount":43}\
            """;

    static final String FAMILY_LINK =
            """
            {"relation":"PARENT","reason":"both say so, each by itself"}\
            """;

    static final String PROPERTY =
            """
            {"items":[{"code":"MONEY","currency":"SYP","amount":"125000.50"},\
            {"code":"PHONE","quantity":2,"description":"one with a broken glass"}],\
            "storedAt":"store-1","witness":"M-12"}\
            """;

    static final String PROPERTY_RETURN =
            """
            {"items":[0],"note":"counted together"}\
            """;

    static final String DEPARTURE =
            """
            {"leftAt":"2019-03-06T10:00:00Z","kind":"WITH_FAMILY","reason":"fetched by relatives"}\
            """;

    static final String RETURN =
            """
            {"returnedAt":"2019-03-09T07:00:00Z","receptionPoint":"east",\
            "reason":"came back with the convoy of the morning"}\
            """;

    static final String WITHDRAWAL =
            """
            {"fact":"DEPARTURE","reason":"recorded for another person of that name"}\
            """;

    static final String DEATH =
            """
            {"diedAt":"2019-03-06T04:30:00Z","circumstances":"of wounds, in the tent"}\
            """;

    static final String DISMISSAL =
            """
            {"personId":"0195a1b2-0000-7000-8000-000000000001",\
            "otherId":"0195a1b2-0000-7000-8000-000000000002",\
            "reason":"they were here together"}\
            """;

    static final String MERGE =
            """
            {"otherId":"0195a1b2-0000-7000-8000-000000000002",\
            "reason":"the same man, registered by two tablets"}\
            """;

    private IntakeExamples() {}
}
