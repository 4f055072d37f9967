package org.orangeline.events.receipt;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What is signed for the receipts of a batch. */
public final class SignedRoot {

    /** Leaves at most: an audit path has five hashes, and a receipt fits a QR code. */
    public static final int MOST_LEAVES = 32;

    private SignedRoot() {}

    /**
     * The signed bytes. They have two dots and a slash, so no signature of a root is one of a JWS,
     * whose input has one dot and no slash.
     *
     * @param of how many leaves the tree has
     */
    public static byte[] bytes(int of, byte[] root) {
        return ("orangeline-receipts/1."
                        + of
                        + "."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(root))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
