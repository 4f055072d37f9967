package org.orangeline.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The agreements that count: of each agency the highest version. When that one is refused the
 * agency has no feed; an older one never takes its place.
 *
 * @param agreements by agency
 * @param refused what is wrong, by file; never what is in it
 */
public record AgreementFolder(Map<String, Agreement> agreements, Map<String, String> refused) {

    /** No folder at all: nobody is told anything. */
    public static final AgreementFolder NONE = new AgreementFolder(Map.of(), Map.of());

    private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9-]*)\\.([0-9]{1,6})\\.json");

    /** Reads a folder; whatever is wrong with it only makes agreements be refused. */
    public static AgreementFolder read(Path folder, Path signers, AgreementRules rules) {
        Map<String, Agreement> agreements = new TreeMap<>();
        Map<String, String> refused = new TreeMap<>();
        Optional<PublicKey> key = key(signers);
        if (key.isEmpty()) {
            refused.put("agreements", "the key of who signs them cannot be read");
        }
        newest(folder, refused)
                .forEach((agency, file) -> {
                    try {
                        PublicKey signing =
                                key.orElseThrow(() ->
                                        new AgreementException("there is no key to check it"));
                        Agreement agreement = read(file, signing);
                        rules.check(agreement);
                        agreements.put(agency, agreement);
                    } catch (AgreementException e) {
                        refused.put(name(file), String.valueOf(e.getMessage()));
                    }
                });
        return new AgreementFolder(agreements, refused);
    }

    private static Map<String, Path> newest(Path folder, Map<String, String> refused) {
        Map<String, Path> newest = new TreeMap<>();
        Map<String, Integer> versions = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Matcher name = NAME.matcher(name(file));
                if (name.matches()) {
                    int version = Integer.parseInt(name.group(2));
                    if (version > versions.getOrDefault(name.group(1), 0)) {
                        versions.put(name.group(1), version);
                        newest.put(name.group(1), file);
                    }
                } else if (name(file).endsWith(".json")) {
                    refused.put(name(file), "it is not named agency.version.json");
                }
            }
        } catch (IOException | UncheckedIOException e) {
            refused.put("agreements", "the folder cannot be read");
        }
        return newest;
    }

    private static Agreement read(Path file, PublicKey signers) {
        try {
            Path signature = file.resolveSibling(name(file) + ".sig");
            Agreement agreement =
                    SignedAgreement.read(
                            Files.readAllBytes(file), Files.readString(signature), signers);
            if (!name(file).equals(agreement.agency() + "." + agreement.version() + ".json")) {
                throw new AgreementException("it is not the agreement that its name says");
            }
            return agreement;
        } catch (NoSuchFileException e) {
            throw new AgreementException("it has no signature");
        } catch (IOException e) {
            throw new AgreementException("it cannot be read");
        }
    }

    private static Optional<PublicKey> key(Path file) {
        try {
            String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            return Optional.of(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(base64))));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Agencies whose newest agreement is refused. */
    public List<String> problems() {
        return refused.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }
}
