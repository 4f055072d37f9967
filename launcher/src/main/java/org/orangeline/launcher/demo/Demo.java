package org.orangeline.launcher.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.orangeline.events.Service;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.keys.TokenIssuer;
import org.orangeline.launcher.stack.StackClock;

/**
 * The whole process over HTTP, with simulated people and officers: the main flow from arrival to
 * placement, and then what happens beside and after it, in chapters.
 */
public final class Demo {
    private static final int OPERATIONS_TRIED = 1000;

    private final Terminal terminal;
    private final Map<Service, URI> services;
    private final TokenIssuer tokens;
    private final StackClock clock;

    /**
     * @param terminal what the person sees
     * @param services where the services listen
     * @param tokens makes the officers' tokens
     * @param clock the services' clock; it is turned forward by some days
     */
    public Demo(
            Terminal terminal, Map<Service, URI> services, TokenIssuer tokens, StackClock clock) {
        this.terminal = terminal;
        this.services = Map.copyOf(services);
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param operation the operation that was opened
     * @param faults how many things did not check out
     */
    public record Outcome(String operation, long faults) {}

    /**
     * Plays it.
     *
     * @param people how many people come
     * @param seed the same seed makes the same people
     * @throws DemoException when it cannot go on
     */
    public Outcome run(int people, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        List<Household> exodus = Exodus.of(people, random, new Arrivals(random, clock::now));
        List<Case> cases = Case.of(exodus, random);
        List<Facility> facilities = Facility.forCases(cases, exodus);
        Faults faults = new Faults();
        String operation = open();
        Scene scene = scene(operation, exodus, faults);
        terminal.line(
                "operation %s, %,d people in %,d households, seed %d"
                        .formatted(operation, people, exodus.size(), seed));
        registerFacilities(scene, facilities);

        new Registration(scene).run();
        Lines lines = new Lines(scene);
        lines.awaitEverybody();
        lines.check();
        Screening screening = new Screening(scene, cases);
        screening.run();

        Overrides overrides = new Overrides(scene);
        Ordering ordering = new Ordering(scene, overrides);
        List<Order> orders = new Placing(scene, cases, new Places(facilities), ordering).run();
        PlacementRules rules = new PlacementRules(scene, cases, facilities);
        rules.showRefusals(orders);
        Headcount headcount = new Headcount();
        for (int i = rules.raceForTheLastPlace(orders); i > 0; i--) {
            headcount.admitted(Facility.LAST_PLACE);
        }
        List<Order> passengers = ConvoyChapter.passengers(orders);
        List<Order> others = new ArrayList<>(orders);
        others.removeAll(passengers);
        Custody custody = new Custody(scene, headcount);
        List<Order> inside = custody.run(others);
        Chapters chapters = new Chapters(scene, headcount);
        chapters.run(passengers, inside);

        lines.report();
        custody.report();
        DutyChapter.report(scene);
        chapters.report(
                List.of(
                        new Told("cleared by a clinician, then screened (S4)", screening.cleared()),
                        new Told("overrides signed by two officers (P6)", overrides.signed())));
        terminal.line("");
        faults.shown().forEach(fault -> terminal.line("WRONG: " + fault));
        return new Outcome(operation, faults.count());
    }

    private Scene scene(String operation, List<Household> exodus, Faults faults) {
        return new Scene(
                terminal,
                api(Service.INTAKE, operation),
                api(Service.SCREENING, operation),
                api(Service.PLACEMENT, operation),
                clock,
                Staff.of(operation, tokens),
                exodus,
                faults);
    }

    private Api api(Service service, String operation) {
        URI address = services.get(service);
        if (address == null) {
            throw new IllegalArgumentException("no address for " + service.id());
        }
        return new Api(address, operation);
    }

    /** Opens {@code baghuz-2019}, or the next one that a log which is used again does not have. */
    private String open() {
        for (int i = 1; i <= OPERATIONS_TRIED; i++) {
            String operation = i == 1 ? "baghuz-2019" : "baghuz-2019-" + i;
            String coordinator = Staff.of(operation, tokens).coordinator();
            Api intake = api(Service.INTAKE, operation);
            // To open it once more with the same content would give the first answer.
            if (intake.get(coordinator, "legal-profile").is(404)) {
                Answer answer =
                        intake.post(
                                coordinator,
                                "/operations",
                                Scene.json()
                                        .put("operation", operation)
                                        .put("name", "Baghuz, spring 2019")
                                        .put("numberPrefix", "BGZ"));
                if (answer.is(201)) {
                    return operation;
                }
                throw new DemoException("cannot open an operation: " + answer.brief());
            }
        }
        throw new DemoException("the log holds too many operations of this demo");
    }

    private static void registerFacilities(Scene scene, List<Facility> facilities) {
        String officer = scene.staff().placement().getFirst();
        for (Facility facility : facilities) {
            Answer answer = scene.placement().put(officer, path(facility), facility.json());
            // The operation reaches placement-service through the log, a moment later.
            for (int i = 0; answer.is(404) && i < 100; i++) {
                Pause.millis(100);
                answer = scene.placement().put(officer, path(facility), facility.json());
            }
            scene.accepted(answer, "facility " + facility.id());
        }
    }

    private static String path(Facility facility) {
        return "facilities/" + facility.id();
    }
}
