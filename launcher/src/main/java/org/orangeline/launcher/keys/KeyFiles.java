package org.orangeline.launcher.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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

    /** Makes what is missing, and ends a renewal that was interrupted. */
    void complete() throws IOException {
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
        if (Files.exists(folder.resolve(NEXT))) {
            renew();
        }
    }

    private boolean isNew() {
        return Stream.concat(
                        Stream.of(DEPLOYMENT, NEXT, AGENCY_KEYS).map(folder::resolve),
                        Arrays.stream(Service.values()).map(this::of))
                .noneMatch(Files::exists);
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
        Optional<Path> receipts =
                Stream.of(folder.resolve(OPERATION_KEYS).resolve(RECEIPT), folder.resolve(RECEIPT))
                        .filter(Files::exists)
                        .findFirst();
        return receipts.isPresent()
                ? DerivedKeys.withReceipts(keys, service, Ed25519Pair.read(receipts.get()))
                : keys;
    }

    /** The deployment key that a file was made from. */
    private Root rootOf(Path missing) throws IOException {
        Path file = folder.resolve(DEPLOYMENT);
        Optional<Root> root = Files.exists(file) ? Optional.of(Root.read(file)) : Optional.empty();
        return root.filter(one -> one.version() == 1)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                missing.getFileName()
                                        + " is missing, and the deployment key that it was made"
                                        + " from is not there any more: restore it from a backup"));
    }

    /**
     * Makes a new deployment key and a new version of every key that can be renewed. The new
     * deployment key is written first, beside the old one, and takes its place last; in between
     * everything follows from it, so whoever repeats an interrupted renewal comes to the same keys.
     */
    void renew() throws IOException {
        try (FileChannel lock =
                FileChannel.open(
                        folder.resolve(DEPLOYMENT + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            var unused = lock.lock();
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
    }

    private int lastVersion() throws IOException {
        int last = 1;
        if (Files.exists(folder.resolve(DEPLOYMENT))) {
            last = Root.read(folder.resolve(DEPLOYMENT)).version();
        }
        for (Service service : Service.values()) {
            last = Math.max(last, ProcessKeys.read(of(service), service.id()).lastVersion());
        }
        return last;
    }
}
