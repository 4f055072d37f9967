package org.orangeline.runtime.keys;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;

/**
 * Binds the hash of a content to the keys of the persons whom it is about. With one of the keys
 * goes the last way to tell whether a guess at the content was right.
 */
final class Binding {

    private static final String MAC = "HmacSHA256";
    private static final String PURPOSE = "orangeline bound content hash v1\n";

    private Binding() {}

    /**
     * @param subjects in a fixed order; without any the hash stays as it is
     * @return empty when one of the keys is gone
     */
    static <S> Optional<String> of(
            Collection<S> subjects, String hash, Function<S, Optional<SecretKeySpec>> keys) {
        Optional<String> bound = Optional.of(hash);
        for (S subject : subjects) {
            Optional<SecretKeySpec> key = keys.apply(subject);
            bound = bound.flatMap(before -> key.map(by -> mac(by, before)));
        }
        return bound;
    }

    private static String mac(SecretKeySpec key, String hash) {
        return HexFormat.of()
                .formatHex(
                        DeploymentKey.mac(
                                new SecretKeySpec(key.getEncoded(), MAC),
                                (PURPOSE + hash).getBytes(StandardCharsets.US_ASCII)));
    }
}
