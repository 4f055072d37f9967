package org.orangeline.launcher.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Turns a name into the subject of a token: the same name is always the same subject, and two
 * names, in whatever script, are never one (rule S3 compares subjects).
 */
final class Subjects {
    private static final int HASH_BYTES = 6;

    private Subjects() {}

    static String of(String name) {
        String canonical = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
        String slug =
                Normalizer.normalize(canonical, Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        // A name in another script leaves no letters; the hash alone tells such names apart.
        return (slug.isEmpty() ? "officer" : slug) + "-" + hash(canonical);
    }

    private static String hash(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
