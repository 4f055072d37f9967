package org.orangeline.screening.rest;

/** Bodies that the OpenAPI document shows; every one of them is valid. */
final class ScreeningExamples {

    static final String GROUP =
            """
            {"group":"UNDETERMINED","reason":"claims to be from Mosul, papers say otherwise"}\
            """;

    static final String RECOMMENDATION =
            """
            {"finding":"FAMILY_MEMBER",\
            "grounds":[{"code":"FAMILY_TIE","statement":"wife of a man registered here"}],\
            "evidence":["interview/2019-03-05/17"]}\
            """;

    static final String CONCLUSION =
            """
            {"approve":true,"reason":"consistent with the interview"}\
            """;

    static final String REOPENING =
            """
            {"reason":"a witness was found who knew the village"}\
            """;

    static final String HEAD_COUNT =
            """
            {"counted":117}\
            """;

    static final String CLEARANCE =
            """
            {"clinician":"dr-17","note":"not longer than half an hour"}\
            """;

    static final String OPENING =
            """
            {"language":"ar","interpreter":"interpreter-4"}\
            """;

    static final String ANSWERS =
            """
            {"answers":[{"question":"has-papers","value":"NO"},\
            {"question":"family-with-you","value":"4"}]}\
            """;

    static final String QUESTIONNAIRE =
            """
            {"questions":[{"id":"knows-village",\
            "text":{"en":"Which village are you from?","ar":"من أي قرية أنت؟"},\
            "kind":"TEXT","required":true},\
            {"id":"papers","text":{"en":"Do you have papers?"},"kind":"YES_NO","required":true},\
            {"id":"family","text":{"en":"Who came with you?"},"kind":"TEXT","required":true},\
            {"id":"work","text":{"en":"What is your work?"},"kind":"TEXT","required":true},\
            {"id":"arms","text":{"en":"Did you carry arms?"},"kind":"YES_NO","required":true},\
            {"id":"return","text":{"en":"Do you fear a return?"},"kind":"YES_NO",\
            "required":true}]}\
            """;

    private ScreeningExamples() {}
}
