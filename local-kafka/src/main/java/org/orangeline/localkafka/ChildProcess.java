package org.orangeline.localkafka;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A Java process that ends when this one ends, however this one ends (see {@link TetheredMain}).
 * What it prints goes to a file.
 */
public final class ChildProcess {
    private static final int TAIL_BYTES = 4096;

    /** A paused child cannot notice that its parent is gone, so it is ended on the way out. */
    private static final Set<Process> PAUSED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> PAUSED.forEach(Process::destroyForcibly), "paused"));
    }

    private final Launch launch;
    private final Process process;

    private ChildProcess(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
    }

    /**
     * How to start a Java process.
     *
     * @param name how messages call it
     * @param jvmArgs options of the virtual machine, the heap for instance
     * @param cache what it starts from, or records
     * @param classPath jars, folders, or wildcards
     * @param mainClass the class to run
     * @param args its arguments
     * @param environment added to this process's environment
     * @param output the file that takes standard output and error, appended to
     */
    public record Launch(
            String name,
            List<String> jvmArgs,
            AotCache cache,
            List<String> classPath,
            String mainClass,
            List<String> args,
            Map<String, String> environment,
            Path output) {
        /** Keeps copies, so that nobody changes them later. */
        public Launch {
            jvmArgs = List.copyOf(jvmArgs);
            classPath = List.copyOf(classPath);
            args = List.copyOf(args);
            environment = Map.copyOf(environment);
        }
    }

    /** Starts it. The process inherits this one's Java. */
    public static ChildProcess start(Launch launch) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(launch.jvmArgs());
        command.addAll(launch.cache().options());
        command.add("-cp");
        List<String> classPath = new ArrayList<>();
        classPath.add(CodeLocation.ofThisModule().toString());
        classPath.addAll(launch.classPath());
        command.add(String.join(File.pathSeparator, classPath));
        command.add(TetheredMain.class.getName());
        command.add(launch.mainClass());
        command.addAll(launch.args());
        try {
            Path folder = launch.output().toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(launch.environment());
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(launch.output().toFile()));
            return new ChildProcess(launch, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + launch.name(), e);
        }
    }

    /** How messages call it. */
    public String name() {
        return launch.name();
    }

    /** The operating system's process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it still runs (a paused one does). */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The exit code of a process that has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Waits for its end; true if it came in time. */
    public boolean awaitExit(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** SIGKILL, and waits until it is gone: the process gets no chance to do anything. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
        PAUSED.remove(process);
    }

    /** SIGTERM; SIGKILL when it has not ended within the limit. */
    public void stop(Duration limit) {
        if (PAUSED.contains(process)) {
            resume();
        }
        boolean ran = process.isAlive();
        process.destroy();
        if (!awaitExit(limit)) {
            kill();
        } else if (ran) {
            launch.cache().ended();
        }
    }

    /** SIGSTOP: it stands still, and its connections stay open, until {@link #resume()}. */
    public void pause() {
        PAUSED.add(process);
        signal("STOP");
    }

    /** SIGCONT after a {@link #pause()}. */
    public void resume() {
        signal("CONT");
        PAUSED.remove(process);
    }

    private void signal(String signal) {
        try {
            int code =
                    new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                            .start()
                            .waitFor();
            if (code != 0) {
                throw new IllegalStateException(name() + " does not take signal " + signal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last lines that it printed, for a message about its end. */
    public String tail() {
        return tail(launch.output());
    }

    /** The last lines of a file; empty when there is none. */
    static String tail(Path file) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, in.length() - TAIL_BYTES);
            in.seek(start);
            byte[] bytes = new byte[(int) (in.length() - start)];
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
