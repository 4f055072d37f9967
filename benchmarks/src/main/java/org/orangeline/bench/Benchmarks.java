package org.orangeline.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.orangeline.bench.flood.FloodBench;
import org.orangeline.bench.run.ArrivalBench;
import org.orangeline.bench.run.Benchmark;
import org.orangeline.bench.run.IdleBench;
import org.orangeline.bench.run.MemoryBench;
import org.orangeline.bench.run.PipelineBench;
import org.orangeline.bench.run.RebuildBench;
import org.orangeline.bench.run.SearchBench;
import org.orangeline.bench.run.StartBench;
import org.orangeline.bench.run.UploadBench;

/** Every benchmark there is, in the order of a whole run. */
@SuppressWarnings("ImmutableEnumChecker") // They have no state.
enum Benchmarks {
    ARRIVAL(new ArrivalBench()),
    PIPELINE(new PipelineBench()),
    REBUILD(new RebuildBench()),
    SEARCH(new SearchBench()),
    MEMORY(new MemoryBench()),
    UPLOAD(new UploadBench()),
    START(new StartBench()),
    IDLE(new IdleBench()),
    FLOOD(new FloodBench());

    private final Benchmark benchmark;

    Benchmarks(Benchmark benchmark) {
        this.benchmark = benchmark;
    }

    Benchmark benchmark() {
        return benchmark;
    }

    String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Benchmarks> named(String spelled) {
        return Arrays.stream(values()).filter(one -> one.spelled().equals(spelled)).findFirst();
    }
}
