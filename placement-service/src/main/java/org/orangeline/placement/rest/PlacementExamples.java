package org.orangeline.placement.rest;

/** Bodies that the OpenAPI document shows; every one of them is valid. */
final class PlacementExamples {

    static final String FACILITY =
            """
            {"name":"al-Hol","kind":"CAMP","capacity":500,"admits":{"sexes":["FEMALE","MALE"],"ages":["CHILD","ADULT"]}}\
            """;

    static final String ORDER =
            """
            {"personId":"0195a1b2-0000-7000-8000-000000000001","facilityId":"al-hol",\
            "basis":"VOLUNTARY_SHELTER",\
            "consent":{"recordedAt":"2019-03-06T10:00:00Z","language":"ar"}}\
            """;

    static final String ORDERS =
            """
            {"orders":[\
            {"unit":"family 1","order":{"personId":"0195a1b2-0000-7000-8000-000000000001",\
            "facilityId":"al-hol","basis":"VOLUNTARY_SHELTER",\
            "consent":{"recordedAt":"2019-03-06T10:00:00Z","language":"ar"}}},\
            {"unit":"family 1","order":{"personId":"0195a1b2-0000-7000-8000-000000000002",\
            "facilityId":"al-hol","basis":"VOLUNTARY_SHELTER",\
            "consent":{"recordedAt":"2019-03-06T10:00:00Z","language":"ar"}}}]}\
            """;

    static final String REASON =
            """
            {"reason":"the family was found elsewhere"}\
            """;

    static final String ADMISSION =
            """
            {"insideAlready":{"reason":"brought in at night by the convoy"}}\
            """;

    static final String BASIS =
            """
            {"basis":"VOLUNTARY_SHELTER",\
            "consent":{"recordedAt":"2019-03-06T10:00:00Z","language":"ar"},\
            "reason":"the review board found no ground for internment"}\
            """;

    private PlacementExamples() {}
}
