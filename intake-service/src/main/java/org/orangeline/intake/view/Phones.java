package org.orangeline.intake.view;

import java.util.List;
import java.util.Map;

/**
 * Sounds of a romanised word, one character each, so that spellings of different schools can be
 * compared: {@code Chérif}, {@code Sharif} and {@code şerif} begin alike.
 */
final class Phones {

    /** Longest first; each becomes one sound. Capitals are sounds of one Arabic letter. */
    private static final List<Map.Entry<String, String>> DIGRAPHS =
            List.of(
                    Map.entry("shch", "š"),
                    Map.entry("sch", "š"),
                    Map.entry("tch", "č"),
                    Map.entry("dzh", "j"),
                    Map.entry("sh", "š"),
                    Map.entry("ch", "č"),
                    Map.entry("zh", "ž"),
                    Map.entry("kh", "x"),
                    Map.entry("gh", "ğ"),
                    Map.entry("dh", "ð"),
                    Map.entry("th", "þ"),
                    Map.entry("ph", "f"),
                    Map.entry("ck", "k"),
                    Map.entry("dj", "j"),
                    Map.entry("ts", "c"),
                    Map.entry("tz", "c"),
                    Map.entry("qu", "k"),
                    Map.entry("S", "š"),
                    Map.entry("C", "č"),
                    Map.entry("Z", "ž"),
                    Map.entry("X", "x"),
                    Map.entry("G", "ğ"),
                    Map.entry("D", "ð"),
                    Map.entry("P", "þ"),
                    Map.entry("H", "h"));

    private static final String VOWELS = "aeiouy";

    private Phones() {}

    /** The sounds of a word in Latin letters without marks; doubled letters count once. */
    static String of(String latin) {
        String text = latin.replace("x", "ks");
        for (Map.Entry<String, String> digraph : DIGRAPHS) {
            text = text.replace(digraph.getKey(), digraph.getValue());
        }
        StringBuilder phones = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char phone = phone(text, i);
            if (phones.isEmpty() || phones.charAt(phones.length() - 1) != phone) {
                phones.append(phone);
            }
        }
        return phones.toString();
    }

    private static char phone(String text, int i) {
        char letter = text.charAt(i);
        boolean isC = letter == 'c' && i + 1 < text.length();
        if (isC) {
            return "eiy".indexOf(text.charAt(i + 1)) >= 0 ? 's' : 'k';
        }
        if (letter == 'w') {
            return i == 0 ? 'v' : 'u';
        }
        return letter == 'q' ? 'k' : letter;
    }

    /** The sounds without vowels; an h at the end is not heard. */
    static String consonants(String phones) {
        String heard =
                phones.length() > 2 && phones.endsWith("h")
                        ? phones.substring(0, phones.length() - 1)
                        : phones;
        StringBuilder consonants = new StringBuilder();
        for (int i = 0; i < heard.length(); i++) {
            char phone = heard.charAt(i);
            boolean other = phone > 'z' && OwnLetters.isMark(phone);
            if (!other && VOWELS.indexOf(phone) < 0) {
                consonants.append(phone);
            }
        }
        return consonants.toString();
    }

    /** The sounds with vowels told apart only as far as spellings agree on them. */
    static String vowelled(String phones) {
        StringBuilder vowelled = new StringBuilder();
        for (char phone :
                phones.replace('o', 'u').replace('e', 'i').replace('y', 'i').toCharArray()) {
            if (vowelled.isEmpty() || vowelled.charAt(vowelled.length() - 1) != phone) {
                vowelled.append(phone);
            }
        }
        return vowelled.toString();
    }

    /** The key by which candidates are found: consonants that are often confused are one. */
    static String skeleton(String consonants) {
        StringBuilder skeleton = new StringBuilder();
        for (int i = 0; i < consonants.length(); i++) {
            char sound = family(consonants.charAt(i));
            if (skeleton.isEmpty() || skeleton.charAt(skeleton.length() - 1) != sound) {
                skeleton.append(sound);
            }
        }
        return skeleton.toString();
    }

    /** Sounds that are written for one another. */
    static char family(char consonant) {
        return switch (consonant) {
            case 's', 'š', 'č', 'ž', 'z', 'j', 'c' -> 'S';
            case 't', 'd', 'þ', 'ð' -> 'T';
            case 'g', 'ğ' -> 'G';
            case 'h', 'x' -> 'H';
            case 'b', 'p' -> 'B';
            case 'f', 'v' -> 'F';
            // Plain letters are nearly all there are, and asked for without end.
            default ->
                    consonant >= 'a' && consonant <= 'z'
                            ? (char) (consonant - 'a' + 'A')
                            : Character.toUpperCase(consonant);
        };
    }
}
