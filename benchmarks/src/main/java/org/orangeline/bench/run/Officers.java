package org.orangeline.bench.run;

import java.util.UUID;
import org.orangeline.bench.load.People;
import org.orangeline.bench.load.Requests;
import org.orangeline.bench.stack.BenchStack;
import org.orangeline.bench.stack.LostException;
import org.orangeline.bench.stack.Once;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** Officers who do with a person what follows an arrival. */
public final class Officers {
    private static final String PERSONS = "/operations/" + BenchStack.OPERATION + "/persons/";
    private static final String ANSWERS =
            """
            {"answers":[{"question":"how-you-came","value":"on foot, then on a truck"},\
            {"question":"has-papers","value":"NO"},{"question":"family-with-you","value":"2"},\
            {"question":"fears-return","value":"YES"}],\
            "notAnswered":[{"question":"occupation","reason":"DECLINED"},\
            {"question":"carried-arms","reason":"DECLINED"}]}\
            """;
    private static final String FINDING =
            """
            {"finding":"CIVILIAN","grounds":[{"code":"NO_INDICATION","statement":"as told"}],\
            "evidence":["E-1"]}\
            """;
    private static final String PROPERTY =
            """
            {"items":[{"code":"PHONE","quantity":1,"description":"one with a broken glass"}],\
            "storedAt":"store-1","witness":"M-12"}\
            """;

    private final Requests screener;
    private final Requests approver;
    private final Requests registrar;

    Officers(BenchStack stack) {
        screener = stack.as(Service.SCREENING, "Olga Sedykh", Role.SCREENING_OFFICER);
        approver = stack.as(Service.SCREENING, "Marie Lefèvre", Role.APPROVER);
        registrar = stack.as(Service.INTAKE, "Ibrahim Öztürk", Role.REGISTRAR, Role.INTAKE_OFFICER);
    }

    /** The header of an officer of intake-service. */
    public static String token(BenchStack stack, Role role) {
        return "Bearer " + stack.as(Service.INTAKE, "Yusuf Kaya", role).token();
    }

    /** Opened, asked, recommended by one officer and concluded by another: four events. */
    void screen(People.Person person) {
        String path = PERSONS + person.id();
        post(screener, path + "/screening", "{\"language\":\"ar\"}");
        post(screener, path + "/answers", ANSWERS);
        post(screener, path + "/recommendation", FINDING);
        post(approver, path + "/conclusion", "{\"approve\":true,\"reason\":\"checked\"}");
    }

    /** One event. */
    void takeProperty(People.Person person) {
        String path = PERSONS + person.id() + "/property/" + UUID.randomUUID();
        require(registrar, path, registrar.put(path, PROPERTY));
    }

    private static void post(Requests officer, String path, String json) {
        require(officer, path, officer.post(path, json));
    }

    private static void require(Requests officer, String path, byte[] request) {
        int status = Once.send(officer.base(), request).status();
        if (status / 100 != 2) {
            throw new LostException(path + " was answered " + status);
        }
    }
}
