package org.orangeline.events.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    /**
     * The published test vectors of Certificate Transparency: leaves, and the roots of the first n.
     */
    private static final List<String> LEAVES =
            List.of(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS =
            List.of(
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void its_roots_are_those_of_the_published_vectors() {
        for (int n = 1; n <= LEAVES.size(); n++) {
            List<byte[]> leaves =
                    LEAVES.subList(0, n).stream().map(HexFormat.of()::parseHex).toList();
            assertThat(HexFormat.of().formatHex(new MerkleTree(leaves).root()))
                    .isEqualTo(ROOTS.get(n - 1));
        }
    }

    @Test
    void each_path_leads_to_the_root_and_no_other_does() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int of = 1; of <= 2 * SignedRoot.MOST_LEAVES; of++) {
            int n = of;
            List<byte[]> leaves = leaves(random, n);
            MerkleTree tree = new MerkleTree(leaves);
            for (int at = 0; at < n; at++) {
                byte[] path = tree.path(at);
                String what = "seed %d, leaf %d of %d".formatted(seed, at, n);
                assertThat(MerkleTree.root(leaves.get(at), at, n, path))
                        .as(what)
                        .hasValueSatisfying(root -> assertThat(root).isEqualTo(tree.root()));
                assertThat(MerkleTree.root(leaves.get((at + 1) % n), at, n, path))
                        .as(what)
                        .matches(root -> n == 1 || !isRoot(root.orElseThrow(), tree));
                assertThat(MerkleTree.root(leaves.get(at), at + 1, n, path))
                        .as(what)
                        .matches(root -> root.isEmpty() || !isRoot(root.get(), tree));
                altered(random, leaves.get(at), at, n, path, tree, what);
            }
        }
    }

    private static void altered(
            Random random, byte[] leaf, int at, int of, byte[] path, MerkleTree tree, String what) {
        byte[] longer = Arrays.copyOf(path, path.length + MerkleTree.HASH_BYTES);
        assertThat(MerkleTree.root(leaf, at, of, longer))
                .as(what)
                .matches(root -> root.isEmpty() || !isRoot(root.get(), tree));
        if (path.length > 0) {
            byte[] shorter = Arrays.copyOf(path, path.length - MerkleTree.HASH_BYTES);
            assertThat(MerkleTree.root(leaf, at, of, shorter))
                    .as(what)
                    .matches(root -> root.isEmpty() || !isRoot(root.get(), tree));
            byte[] other = path.clone();
            other[random.nextInt(other.length)] ^= 1;
            assertThat(MerkleTree.root(leaf, at, of, other))
                    .as(what)
                    .matches(root -> root.isEmpty() || !isRoot(root.get(), tree));
        }
        assertThat(MerkleTree.root(leaf, at, of, new byte[5])).as(what).isEmpty();
        assertThat(MerkleTree.root(leaf, of, of, path)).as(what).isEmpty();
        assertThat(MerkleTree.root(leaf, -1, of, path)).as(what).isEmpty();
    }

    private static boolean isRoot(byte[] root, MerkleTree tree) {
        return Arrays.equals(root, tree.root());
    }

    private static List<byte[]> leaves(Random random, int n) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            byte[] leaf = new byte[8 + random.nextInt(100)];
            random.nextBytes(leaf);
            leaves.add(leaf);
        }
        return leaves;
    }
}
