package org.orangeline.launcher.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.orangeline.events.Service;
import org.orangeline.localkafka.BrokerSettings;
import org.orangeline.localkafka.Durability;

/** A built project, with stand-ins for the services. */
public final class ProjectFolder {
    private ProjectFolder() {}

    /** Settings of a stack on free ports, everything in this folder. */
    public static StackSettings stackIn(Path folder) {
        for (Service service : Service.values()) {
            standIn(
                    folder.resolve(service.id())
                            .resolve("target")
                            .resolve("quarkus-app")
                            .resolve("quarkus-run.jar"));
        }
        standIn(
                folder.resolve(Stack.GATEWAY)
                        .resolve("target")
                        .resolve("quarkus-app")
                        .resolve("quarkus-run.jar"));
        return new StackSettings(
                folder,
                folder.resolve("var"),
                StackPorts.free(),
                Durability.REPLICATED,
                "64m",
                BrokerSettings.DEFAULT_HEAP,
                1,
                false,
                false);
    }

    private static void standIn(Path jar) {
        String entry = StandIn.class.getName().replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        try {
            Files.createDirectories(jar.getParent());
            try (InputStream code = StandIn.class.getClassLoader().getResourceAsStream(entry);
                    JarOutputStream out =
                            new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                out.putNextEntry(new JarEntry(entry));
                code.transferTo(out);
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
