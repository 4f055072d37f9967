package org.orangeline.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.orangeline.launcher.LaunchException;
import org.orangeline.launcher.keys.LocalKeys;

/**
 * The agreements of a local stack: the project's examples, signed with the stack's own key. In
 * production whoever concludes them signs them elsewhere, and only the public key is here.
 *
 * @param folder where the gateway reads them
 * @param keys sign them
 */
public record Agreements(Path folder, LocalKeys keys) {

    /**
     * Puts the examples of agencies into the folder that it has no agreement for. One that is there
     * stays: a newer version is another feed, which somebody concludes.
     *
     * @param root the project's folder
     * @throws LaunchException when the folder cannot be used
     */
    public static Agreements in(Path folder, LocalKeys keys, Path root) {
        Agreements agreements = new Agreements(folder, keys);
        try {
            Files.createDirectories(folder);
            List<String> there = agreements.agencies();
            for (Path example : examples(root)) {
                if (!there.contains(agency(example))) {
                    agreements.put(example.getFileName().toString(), Files.readAllBytes(example));
                }
            }
        } catch (IOException e) {
            throw new LaunchException("the agreements in " + folder + " cannot be used", e);
        }
        return agreements;
    }

    /** Signs an agreement and puts it there; the gateway reads it. */
    public void put(String name, byte[] json) {
        try {
            Files.write(folder.resolve(name), json);
            sign(folder.resolve(name));
        } catch (IOException e) {
            throw new LaunchException("the agreement " + name + " cannot be written", e);
        }
    }

    /** Signs an agreement where it lies: a signature beside it. */
    public void sign(Path file) {
        try {
            Files.writeString(
                    file.resolveSibling(file.getFileName() + ".sig"),
                    keys.signAgreement(Files.readAllBytes(file)) + "\n");
        } catch (IOException e) {
            throw new LaunchException("the agreement " + file + " cannot be signed", e);
        }
    }

    /** Agencies that an agreement lies there for. */
    public List<String> agencies() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(Agreements::agency)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LaunchException("the agreements in " + folder + " cannot be read", e);
        }
    }

    private static String agency(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }

    private static List<Path> examples(Path root) throws IOException {
        Path folder = root.resolve(Stack.GATEWAY).resolve("agreements");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }
}
