package org.orangeline.launcher.keys;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.orangeline.agreement.AgencyKeys;
import org.orangeline.events.Service;
import org.orangeline.runtime.keys.DerivedKeys;
import org.orangeline.runtime.keys.Ed25519Pair;
import org.orangeline.runtime.keys.ProcessKeys;
import org.orangeline.runtime.keys.WrapAnew;

/**
 * The deployment key and what follows from it: a file of keys for each service, and the one for
 * agencies' ids and cursors. Only who makes these files needs the deployment key.
 *
 * <p>A file that is missing is made again as long as the deployment key is the one that it was made
 * from; after a renewal it comes from a backup or not at all, since other keys in its place would
 * make the log unreadable or give agencies other ids.
 *
 * <p>Whoever calls it holds the {@link KeysLock}.
 */
final class KeyFiles {
    static final String DEPLOYMENT = "deployment.key";
    static final String AGENCY_KEYS = "agency.keys";
    static final String OPERATION_KEYS = "operation-keys";

    /** Is there while a renewal is under way, and says to what. */
    private static final String NEXT = DEPLOYMENT + ".next";

    private static final String RECEIPT = "receipt.pem";

    private final Path folder;

    KeyFiles(Path folder) {
        this.folder = folder;
    }

    Path of(Service service) {
        return folder.resolve(service.id() + ".keys");
    }

    /**
     * Makes what is missing, and ends a renewal that was interrupted.
     *
     * @return whether there was one
     */
    boolean complete() throws IOException {
        SecretFiles.ownerOnlyFolder(folder.resolve(OPERATION_KEYS));
        for (Service service : Service.values()) {
            // The service makes its master keys there, and does not start work when it is missing.
            SecretFiles.ownerOnlyFolder(folder.resolve(OPERATION_KEYS).resolve(service.id()));
        }
        if (isNew()) {
            SecretFiles.write(folder.resolve(DEPLOYMENT), Root.made(1).text());
        }
        completeAgencies();
        for (Service service : Service.values()) {
            if (!Files.exists(of(service))) {
                SecretFiles.write(of(service), made(service).text());
            }
        }
        boolean interrupted = Files.exists(folder.resolve(NEXT));
        if (interrupted) {
            renew();
        }
        return interrupted;
    }

    // Where a key is that follows from a deployment key, another deployment key would be a second
    // one: what it makes opens nothing.
    private boolean isNew() throws IOException {
        return Stream.concat(
                                Stream.of(DEPLOYMENT, NEXT, AGENCY_KEYS).map(folder::resolve),
                                Arrays.stream(Service.values()).map(this::of))
                        .noneMatch(Files::exists)
                && receipts().isEmpty()
                && !hasMasterKeys();
    }

    private boolean hasMasterKeys() throws IOException {
        try (Stream<Path> all =
                Files.walk(folder.resolve(OPERATION_KEYS), FileVisitOption.FOLLOW_LINKS)) {
            return all.anyMatch(file -> file.toString().endsWith(".key"));
        }
    }

    /** The pair for receipts that an earlier version made. */
    private Optional<Path> receipts() {
        return Stream.of(folder.resolve(OPERATION_KEYS).resolve(RECEIPT), folder.resolve(RECEIPT))
                .filter(Files::exists)
                .findFirst();
    }

    private void completeAgencies() throws IOException {
        Path file = folder.resolve(AGENCY_KEYS);
        if (!Files.exists(file)) {
            Root root = rootOf(file);
            SecretFiles.write(
                    file,
                    (root.agencies() ? AgencyKeys.of(root.key()) : AgencyKeys.ofEarlier(root.key()))
                            .text());
            return;
        }
        // The version that made this file first did not write down how.
        Path rootFile = folder.resolve(DEPLOYMENT);
        if (Files.exists(rootFile)) {
            Root root = Root.read(rootFile);
            if (!root.agencies()
                    && Files.readString(file).equals(AgencyKeys.of(root.key()).text())) {
                SecretFiles.write(rootFile, root.withNamedAgencies().text());
            }
        }
    }

    private ProcessKeys made(Service service) throws IOException {
        Root root = rootOf(of(service));
        ProcessKeys keys =
                root.services()
                        ? DerivedKeys.of(root.key(), service)
                        : DerivedKeys.ofEarlier(root.key(), service);
        Optional<Path> receipts = receipts();
        return receipts.isPresent()
                ? DerivedKeys.withReceipts(keys, service, Ed25519Pair.read(receipts.get()))
                : keys;
    }

    /** The deployment key that a file was made from. */
    private Root rootOf(Path missing) throws IOException {
        Path file = folder.resolve(DEPLOYMENT);
        if (!Files.exists(file)) {
            throw lost(
                    missing,
                    "so is " + DEPLOYMENT + ", which it was made from: restore it from a backup");
        }
        Root root = Root.read(file);
        if (root.version() != 1) {
            throw lost(
                    missing,
                    DEPLOYMENT + " was renewed after it was made: restore it from a backup");
        }
        for (Service service : Service.values()) {
            if (Files.exists(of(service)) && lastVersion(service) > root.version()) {
                throw lost(
                        missing,
                        DEPLOYMENT
                                + " is older than "
                                + of(service).getFileName()
                                + ": restore it, and the newest "
                                + DEPLOYMENT
                                + ", from a backup");
            }
        }
        return root;
    }

    private static IllegalArgumentException lost(Path missing, String why) {
        return new IllegalArgumentException(missing.getFileName() + " is missing, and " + why);
    }

    /**
     * Makes a new deployment key and a new version of every key that can be renewed. The new
     * deployment key is written first, beside the old one, and takes its place last; in between
     * everything follows from it, so whoever repeats an interrupted renewal comes to the same keys.
     */
    void renew() throws IOException {
        Path next = folder.resolve(NEXT);
        if (!Files.exists(next)) {
            SecretFiles.write(next, Root.made(lastVersion() + 1).text());
        }
        Root root = Root.read(next);
        for (Service service : Service.values()) {
            ProcessKeys before = ProcessKeys.read(of(service), service.id());
            if (before.lastVersion() < root.version()) {
                ProcessKeys renewed =
                        DerivedKeys.renewed(
                                before,
                                root.key(),
                                service,
                                root.version(),
                                new WrapAnew(folder.resolve(OPERATION_KEYS), before)
                                        .versionsInUse());
                SecretFiles.write(of(service), renewed.text());
            }
        }
        Files.move(next, folder.resolve(DEPLOYMENT), StandardCopyOption.ATOMIC_MOVE);
        SecretFiles.syncFolder(folder);
    }

    private int lastVersion() throws IOException {
        int last = 1;
        if (Files.exists(folder.resolve(DEPLOYMENT))) {
            last = Root.read(folder.resolve(DEPLOYMENT)).version();
        }
        for (Service service : Service.values()) {
            last = Math.max(last, lastVersion(service));
        }
        return last;
    }

    private int lastVersion(Service service) {
        return ProcessKeys.read(of(service), service.id()).lastVersion();
    }
}
