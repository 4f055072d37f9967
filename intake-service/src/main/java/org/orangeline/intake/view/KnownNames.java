package org.orangeline.intake.view;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.orangeline.events.Confidential;
import org.orangeline.events.SaidText;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.Name;

/**
 * An identity, ready to be compared; in memory only.
 *
 * @param of the sealed identity that it was read from
 * @param names every name and alias as words; a name of one word also with the father's behind it,
 *     which makes it the name of one person
 * @param fatherName its words; none when it is not known
 * @param documents hashes of the numbers of papers, in capitals, with digits 0 to 9, without spaces
 *     and dashes
 */
record KnownNames(
        Confidential<Identity> of,
        List<List<Word>> names,
        List<Word> fatherName,
        Set<Long> documents) {

    KnownNames {
        names = List.copyOf(names);
        fatherName = List.copyOf(fatherName);
        documents = Set.copyOf(documents);
    }

    static KnownNames read(Confidential<Identity> of, Identity identity, NameReader reader) {
        List<Word> father =
                identity.fatherName() == null ? List.of() : reader.read(identity.fatherName());
        return new KnownNames(
                of,
                Stream.concat(identity.names().stream(), identity.aliases().stream())
                        .map(Name::value)
                        .map(reader::read)
                        .filter(words -> !words.isEmpty())
                        .flatMap(words -> withFather(words, father))
                        .toList(),
                father,
                identity.documents().stream()
                        .map(SaidText::number)
                        .filter(number -> number.length() > 2)
                        .map(KnownNames::hash)
                        .collect(Collectors.toSet()));
    }

    private static Stream<List<Word>> withFather(List<Word> name, List<Word> father) {
        return name.size() > 1 || father.isEmpty()
                ? Stream.of(name)
                : Stream.of(name, Stream.concat(name.stream(), father.stream()).toList());
    }

    /**
     * As numbers: how many names, of each how many words and which, the same of the father's name
     * and of the papers.
     */
    int[] packed(ToIntFunction<Word> number) {
        IntStream.Builder packed = IntStream.builder();
        packed.add(names.size());
        names.forEach(name -> {
            packed.add(name.size());
            name.forEach(word -> packed.add(number.applyAsInt(word)));
        });
        packed.add(fatherName.size());
        fatherName.forEach(word -> packed.add(number.applyAsInt(word)));
        packed.add(documents.size());
        documents.forEach(hash -> packed.add((int) (hash >>> Integer.SIZE)).add(hash.intValue()));
        return packed.build().toArray();
    }

    /** What {@link #packed} made, from a place in an array on. */
    static KnownNames unpacked(
            Confidential<Identity> of, int[] packed, int from, List<Word> words) {
        int[] at = {from};
        List<List<Word>> names = new ArrayList<>();
        for (int more = packed[at[0]++]; more > 0; more--) {
            names.add(words(packed, at, words));
        }
        List<Word> father = words(packed, at, words);
        Set<Long> documents = new HashSet<>();
        for (int more = packed[at[0]++]; more > 0; more--) {
            long high = packed[at[0]++];
            documents.add(high << Integer.SIZE | Integer.toUnsignedLong(packed[at[0]++]));
        }
        return new KnownNames(of, names, father, documents);
    }

    private static List<Word> words(int[] packed, int[] at, List<Word> words) {
        List<Word> read = new ArrayList<>();
        for (int more = packed[at[0]++]; more > 0; more--) {
            read.add(words.get(packed[at[0]++]));
        }
        return read;
    }

    private static long hash(String number) {
        try {
            return ByteBuffer.wrap(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(number.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "KnownNames[…]";
    }
}
