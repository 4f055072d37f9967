package org.orangeline.events.receipt;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A Merkle tree of RFC 9162 (2.1): SHA-256, leaves hashed after a byte 0, inner nodes after a byte
 * 1, so that neither can pass for the other. One signature of the root covers every leaf; the audit
 * path of a leaf shows that it is below that root.
 */
public final class MerkleTree {

    /** Bytes of a hash. */
    public static final int HASH_BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** From the leaves to the root; what has no neighbour moves up as it is. */
    private final List<List<byte[]>> levels = new ArrayList<>();

    /**
     * @param leaves the content of each leaf, one at least
     */
    public MerkleTree(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("a tree has a leaf at least");
        }
        List<byte[]> level = leaves.stream().map(MerkleTree::leaf).toList();
        levels.add(level);
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(
                        i + 1 < level.size() ? node(level.get(i), level.get(i + 1)) : level.get(i));
            }
            level = above;
            levels.add(level);
        }
    }

    public byte[] root() {
        return levels.getLast().getFirst().clone();
    }

    /** The audit path of a leaf: the hashes beside its way to the root, one after the other. */
    public byte[] path(int leaf) {
        byte[] path = new byte[0];
        int at = leaf;
        for (List<byte[]> level : levels.subList(0, levels.size() - 1)) {
            int beside = at ^ 1;
            if (beside < level.size()) {
                int end = path.length;
                path = Arrays.copyOf(path, end + HASH_BYTES);
                System.arraycopy(level.get(beside), 0, path, end, HASH_BYTES);
            }
            at /= 2;
        }
        return path;
    }

    /**
     * The root that a leaf and its audit path lead to (RFC 9162, 2.1.3.2).
     *
     * @param at where the leaf stands, from 0
     * @param of how many leaves there are
     * @return empty when such a tree has no such path
     */
    public static Optional<byte[]> root(byte[] content, int at, int of, byte[] path) {
        if (at < 0 || at >= of || path.length % HASH_BYTES != 0) {
            return Optional.empty();
        }
        byte[] hash = leaf(content);
        int place = at;
        int last = of - 1;
        for (int from = 0; from < path.length; from += HASH_BYTES) {
            byte[] beside = Arrays.copyOfRange(path, from, from + HASH_BYTES);
            if (last == 0) {
                return Optional.empty();
            }
            if (place % 2 == 1 || place == last) {
                hash = node(beside, hash);
                while (place % 2 == 0 && place != 0) {
                    place /= 2;
                    last /= 2;
                }
            } else {
                hash = node(hash, beside);
            }
            place /= 2;
            last /= 2;
        }
        return last == 0 ? Optional.of(hash) : Optional.empty();
    }

    private static byte[] leaf(byte[] content) {
        MessageDigest sha = sha256();
        sha.update(LEAF);
        return sha.digest(content);
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha = sha256();
        sha.update(NODE);
        sha.update(left);
        return sha.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
