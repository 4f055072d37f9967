package org.orangeline.intake.view;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Opener;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.Name;
import org.orangeline.intake.arrival.Person;

/**
 * Names of persons as words to compare, in this service's memory only. A person's words are made
 * when they are first asked for and again when the sealed identity is another one.
 */
public final class NameIndex {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Opener opener;
    private final Map<UUID, Words> words = new ConcurrentHashMap<>();

    public NameIndex(Opener opener) {
        this.opener = opener;
    }

    /** The words of all names of a person; none when there is no identity or its key is gone. */
    List<String> words(Person person) {
        Confidential<Identity> identity = person.identity();
        if (identity == null) {
            return List.of();
        }
        Words cached = words.get(person.personId());
        if (cached == null || !cached.of.equals(identity)) {
            cached = new Words(identity, read(identity));
            words.put(person.personId(), cached);
        }
        return cached.words;
    }

    private List<String> read(Confidential<Identity> identity) {
        List<String> found = new ArrayList<>();
        EventCodec.open(identity, Identity.class, opener)
                .ifPresent(open ->
                        Stream.concat(open.names().stream(), open.aliases().stream())
                                .map(Name::value)
                                .forEach(name -> found.addAll(split(name))));
        return List.copyOf(found);
    }

    /** Lower case, without marks, split into words; any script. */
    static List<String> split(@Nullable String name) {
        if (name == null) {
            return List.of();
        }
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN_WORDS
                .splitAsStream(plain.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private record Words(Confidential<Identity> of, List<String> words) {}
}
