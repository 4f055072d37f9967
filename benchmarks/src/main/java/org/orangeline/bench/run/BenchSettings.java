package org.orangeline.bench.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orangeline.launcher.stack.StackPorts;
import org.orangeline.launcher.stack.StackSettings;
import org.orangeline.localkafka.Durability;

/**
 * What a run was asked for.
 *
 * @param data below it each benchmark has a folder of its own
 * @param portBase as {@code up --port-base} takes it
 * @param durabilities arrivals are measured with each, everything else with the first
 * @param heap heap of each service, as {@code -Xmx} takes it
 * @param time of each measurement
 * @param warmUp before the first one
 * @param connections of the closed loops
 * @param rate arrivals a second of open loops; 0 for half of what the closed loop reached
 * @param events in the log that is rebuilt and started on
 * @param people among whom is searched
 * @param rounds of what is done several times, for a median
 * @param onlyIntake whether arrivals are measured with broker and intake-service only
 * @param seed of people and names
 */
public record BenchSettings(
        Path data,
        int portBase,
        List<Durability> durabilities,
        String heap,
        Duration time,
        Duration warmUp,
        List<Integer> connections,
        double rate,
        long events,
        int people,
        int rounds,
        boolean onlyIntake,
        long seed) {
    /** Keeps copies. */
    public BenchSettings {
        durabilities = List.copyOf(durabilities);
        connections = List.copyOf(connections);
    }

    /** The stack of one benchmark, in a folder of its own. */
    public StackSettings stack(String folder) {
        return stack(folder, durabilities.getFirst());
    }

    /** The same with another durability. */
    public StackSettings stack(String folder, Durability durability) {
        return StackSettings.in(data.resolve(folder))
                .ports(StackPorts.from(portBase))
                .durability(durability)
                .heap(heap);
    }

    /** For the JSON file. */
    public Map<String, Object> described() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("durability", durabilities.stream().map(Durability::spelled).toList());
        facts.put("seed", seed);
        facts.put("heap", heap);
        facts.put("seconds", time.toSeconds());
        facts.put("warmUpSeconds", warmUp.toSeconds());
        facts.put("connections", connections);
        facts.put("rate", rate);
        facts.put("events", events);
        facts.put("people", people);
        facts.put("rounds", rounds);
        facts.put("onlyIntake", onlyIntake);
        return facts;
    }
}
