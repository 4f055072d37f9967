package org.orangeline.placement.rest;

/** Bodies that the OpenAPI document shows; every one of them is valid. */
final class CustodyExamples {

    static final String ABSENCE =
            """
            {"why":"HOSPITAL","expectedBack":"2019-03-20T10:00:00Z"}\
            """;

    static final String RETURN =
            """
            {}\
            """;

    static final String ESCAPE =
            """
            {"noticedAt":"2019-03-12T04:30:00Z","note":"the fence was cut at night"}\
            """;

    static final String DEATH =
            """
            {"diedAt":"2019-03-12T04:30:00Z","circumstances":"died of the wounds of arrival"}\
            """;

    static final String FOUND_INSIDE =
            """
            {"personId":"01957a40-0001-7000-8000-000000000101","since":"2019-03-10T06:00:00Z",\
            "foundAt":"2019-03-12T04:30:00Z","reason":"roll check of the cells"}\
            """;

    static final String MISSING =
            """
            {"since":"2019-03-12T04:30:00Z","note":"not at the roll check"}\
            """;

    static final String FOUND =
            """
            {"foundAt":"2019-03-12T09:30:00Z","note":"was in the clinic"}\
            """;

    static final String WITHDRAWAL =
            """
            {"fact":"DiedInCustody","reason":"recorded for another person of that name"}\
            """;

    static final String INQUIRY =
            """
            {"inquiryNumber":"I-2019-2"}\
            """;

    static final String BIRTH =
            """
            {"bornAt":"2019-03-12T04:30:00Z","sex":"FEMALE"}\
            """;

    static final String HAND_OVER =
            """
            {"receiver":"IRQ-MOJ","reason":"asked for by the authority"}\
            """;

    static final String NOTE =
            """
            {"note":"wants to go to relatives in the town"}\
            """;

    static final String REASONS =
            """
            {"language":"ar","interpreter":"interpreter-3"}\
            """;

    static final String CARD =
            """
            {"cardNumber":"C-2019-17"}\
            """;

    static final String NOTICE =
            """
            {"noticeNumber":"N-2019-4"}\
            """;

    static final String REVIEW =
            """
            {"outcome":"CONTINUE","members":["reviewer-1","reviewer-2"],"reason":"the ground still stands"}\
            """;

    static final String APPEAL =
            """
            {"statement":"I have never carried a weapon"}\
            """;

    static final String TRANSFER =
            """
            {"placementIds":["0195a1b2-0000-7000-8000-000000000001"],"facilityId":"al-hol","reason":"nearer to relatives"}\
            """;

    static final String ARRIVAL =
            """
            {"insideAlready":false}\
            """;

    static final String CONVOY_CANCELLATION =
            """
            {"reason":"the father is to travel along"}\
            """;

    static final String REASON =
            """
            {"reason":"an old dispute between the families"}\
            """;

    static final String OVERRIDE =
            """
            {"facilityId":"prison-1","rule":"P6","reason":"the court ordered custody; the children stay with their mother"}\
            """;

    static final String RECEIVER =
            """
            {"name":"Ministry of Justice","state":"IRQ"}\
            """;

    static final String HAND_OVERS =
            """
            {"placementIds":["0195a1b2-0000-7000-8000-000000000001"],"receiver":"IRQ-MOJ","reason":"asked for by the authority"}\
            """;

    static final String RELEASE =
            """
            {"kind":"OWN_WAY","reason":"the review board decided","legalReference":"review 2019-7"}\
            """;

    static final String RELEASES =
            """
            {"placementIds":["0195a1b2-0000-7000-8000-000000000001"],"kind":"WITH_FAMILY","reason":"the review board decided","legalReference":"review 2019-7"}\
            """;

    static final String ASSESSMENT =
            """
            {"receiver":"IRQ-MOJ","risk":"NO_SUBSTANTIAL_RISK","heardAt":"2019-03-12T04:30:00Z","said":"has relatives there and wants to go",\
            "reason":"interview of 12 March; assurances on file 7"}\
            """;

    static final String SETTLEMENT =
            """
            {"rules":["P1"],"reason":"a further tent is up"}\
            """;

    static final String CONVOY =
            """
            {"facilityId":"al-hol","personIds":["0195a1b2-0000-7000-8000-000000000001"]}\
            """;

    static final String DEPARTURE =
            """
            {"personIds":["0195a1b2-0000-7000-8000-000000000001"],"escort":"escort-2","departedAt":"2019-03-12T04:30:00Z"}\
            """;

    static final String RECEPTION =
            """
            {"missing":[],"escort":"escort-2"}\
            """;

    static final String CAPACITY =
            """
            {"working":480,"certified":500,"blocked":20,"reason":"a sector is flooded"}\
            """;

    static final String FACILITY_CHANGE =
            """
            {"mayLeave":false,"reason":"the gates are locked since the attack"}\
            """;

    static final String ROLL_CHECK =
            """
            {"section":"phase-1","counted":76,"missing":["0195a1b2-0000-7000-8000-000000000901"],\
            "note":"not in the tent at the evening count"}\
            """;

    private CustodyExamples() {}
}
