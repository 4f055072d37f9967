package org.orangeline.intake.view;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.Name;

/**
 * An identity, ready to be compared; in memory only.
 *
 * @param of the sealed identity that it was read from
 * @param names every name and alias as words
 * @param fatherName its words; none when it is not known
 * @param documents numbers of papers without spaces and dashes
 */
record KnownNames(
        Confidential<Identity> of,
        List<List<Word>> names,
        List<Word> fatherName,
        Set<String> documents) {

    KnownNames {
        names = List.copyOf(names);
        fatherName = List.copyOf(fatherName);
        documents = Set.copyOf(documents);
    }

    static KnownNames read(Confidential<Identity> of, Identity identity, NameReader reader) {
        return new KnownNames(
                of,
                Stream.concat(identity.names().stream(), identity.aliases().stream())
                        .map(Name::value)
                        .map(reader::read)
                        .filter(words -> !words.isEmpty())
                        .toList(),
                identity.fatherName() == null ? List.of() : reader.read(identity.fatherName()),
                identity.documents().stream()
                        .map(KnownNames::bare)
                        .filter(number -> number.length() > 2)
                        .collect(Collectors.toSet()));
    }

    /** The same with words of which there is one object each. */
    KnownNames with(UnaryOperator<Word> known) {
        return new KnownNames(
                of,
                names.stream().map(name -> name.stream().map(known).toList()).toList(),
                fatherName.stream().map(known).toList(),
                documents);
    }

    private static String bare(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    @Override
    public String toString() {
        return "KnownNames[…]";
    }
}
