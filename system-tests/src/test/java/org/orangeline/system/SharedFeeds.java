package org.orangeline.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.orangeline.launcher.keys.LocalKeys;

/** Hands the one system with a gateway to the tests of feeds. */
final class SharedFeeds implements ParameterResolver {

    private static final StartedOnce<Feeds> FEEDS =
            new StartedOnce<>(Feeds::start, feeds -> feeds.system().close());

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Feeds.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return FEEDS.get();
    }

    /**
     * The system and its two operations: of the small one, {@code everybody} hears who arrives and
     * {@code children} hears of children; of the large one {@code away} hears who arrives and who
     * is given a line, which is two events for each person.
     */
    record Feeds(RunningSystem system, Emergency small, Emergency large) {

        static final int PARTITIONS = 2;

        private static final String SMALL = "feeds-1";
        private static final String LARGE = "feeds-large-2";

        static Feeds start(Path folder) {
            RunningSystem system = RunningSystem.prepare(folder.resolve("var"), PARTITIONS);
            try {
                agreements(system);
                system.stack().startBroker();
                system.startServices();
                Emergency small = Emergency.opened(system, "feeds");
                Emergency large = Emergency.opened(system, "feeds-large");
                if (!small.operation().equals(SMALL) || !large.operation().equals(LARGE)) {
                    throw new AssertionError("the agreements name other operations");
                }
                system.startGateway();
                return new Feeds(system, small, large);
            } catch (RuntimeException | AssertionError e) {
                system.close();
                throw e;
            }
        }

        private static void agreements(RunningSystem system) {
            put(system, AgreementForm.of("everybody", SMALL), arrivals("/sex", "/arrivedAt"));
            ObjectNode children = AgreementForm.of("children", SMALL);
            children.withObject("/rows").put("childrenOnly", true);
            put(
                    system,
                    children,
                    arrivals("/sex", "/age/min")
                            .setAll(
                                    AgreementForm.fields(
                                            "PersonEnteredScope", "/sex", "/age/min")));
            put(
                    system,
                    AgreementForm.of("away", LARGE),
                    arrivals("/sex").setAll(AgreementForm.fields("GroupAssigned", "/personId")));
            put(
                    system,
                    AgreementForm.of("ended", SMALL).put("validTo", "2020-01-01T00:00:00Z"),
                    arrivals("/sex"));
            put(system, AgreementForm.of("identity", SMALL), arrivals("/sex", "/identity"));
            Path folder = system.stack().agreements().folder();
            try {
                falseOnes(system, folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Without a signature, changed after it, signed elsewhere, and another agency's. */
        private static void falseOnes(RunningSystem system, Path folder) throws IOException {
            for (String agency : List.of("unsigned", "forged", "elsewhere")) {
                put(system, AgreementForm.of(agency, SMALL), arrivals("/sex"));
            }
            Files.delete(folder.resolve("unsigned.1.json.sig"));
            Path forged = folder.resolve("forged.1.json");
            Files.writeString(forged, Files.readString(forged).replace("\"HOUR\"", "\"EXACT\""));
            Path elsewhere = folder.resolve("elsewhere.1.json");
            Files.writeString(
                    folder.resolve("elsewhere.1.json.sig"),
                    LocalKeys.in(folder.resolve("other-keys"))
                            .signAgreement(Files.readAllBytes(elsewhere)));
            for (String file : List.of(".1.json", ".1.json.sig")) {
                Files.copy(folder.resolve("everybody" + file), folder.resolve("borrowed" + file));
            }
        }

        private static ObjectNode arrivals(String... fields) {
            return AgreementForm.fields("PersonArrived", fields);
        }

        private static void put(RunningSystem system, ObjectNode agreement, ObjectNode events) {
            agreement.set("events", events);
            AgreementForm.put(system, agreement);
        }
    }
}
