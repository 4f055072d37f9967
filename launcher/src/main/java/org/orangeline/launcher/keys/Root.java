package org.orangeline.launcher.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.orangeline.runtime.keys.DeploymentKey;

/**
 * The file with the deployment key: the key in base64 in the first line, and below it how the other
 * keys follow from it, so that a file that is lost is made again with the same keys. A file without
 * such lines is from a version whose services all read it.
 *
 * @param base64 of the key
 * @param services whether their keys follow from it by name
 * @param agencies whether those of agencies' ids and cursors do
 * @param version one more with each renewal
 */
record Root(String base64, boolean services, boolean agencies, int version) {
    private static final int BYTES = 32;
    private static final String SERVICES = "services named";
    private static final String AGENCIES = "agencies named";
    private static final String VERSION = "version ";

    static Root made(int version) {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return new Root(Base64.getEncoder().encodeToString(key), true, true, version);
    }

    /**
     * @throws IllegalArgumentException when it holds no key; the message never quotes one
     */
    static Root read(Path file) throws IOException {
        DeploymentKey unused = DeploymentKey.read(file);
        List<String> lines = Files.readString(file).strip().lines().toList();
        int version =
                lines.stream()
                        .filter(line -> line.startsWith(VERSION))
                        .mapToInt(line -> Integer.parseInt(line.substring(VERSION.length())))
                        .findFirst()
                        .orElse(1);
        return new Root(
                lines.getFirst(), lines.contains(SERVICES), lines.contains(AGENCIES), version);
    }

    DeploymentKey key() {
        return DeploymentKey.of(Base64.getDecoder().decode(base64));
    }

    Root withNamedAgencies() {
        return new Root(base64, services, true, version);
    }

    String text() {
        return base64
                + "\n"
                + (services ? SERVICES + "\n" : "")
                + (agencies ? AGENCIES + "\n" : "")
                + VERSION
                + version
                + "\n";
    }

    /** Tells nobody the key. */
    @Override
    public String toString() {
        return "Root[version=" + version + "]";
    }
}
