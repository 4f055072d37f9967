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

    private ScreeningExamples() {}
}
