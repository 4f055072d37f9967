package org.orangeline.runtime;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.orangeline.events.EventCodec;

/** A fingerprint of a folded state: equal states have equal ones, on every machine. */
public final class StateDigest {

    private StateDigest() {}

    /** SHA-256 over the canonical JSON of own and known state, hex. */
    public static String of(View<?, ?> view) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            // Never as one array: a state can be larger than an array may be.
            EventCodec.canonical(
                    List.of(view.own(), view.known()),
                    new DigestOutputStream(OutputStream.nullOutputStream(), sha));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
