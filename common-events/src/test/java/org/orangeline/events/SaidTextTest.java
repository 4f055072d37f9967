package org.orangeline.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orangeline.events.SaidText.Lines;

/** What a text is that says something, as tables: script, input, expected. */
class SaidTextTest {

    private static final Pattern UNIT = Pattern.compile("/u([0-9A-F]{4})");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Latin      | Żółć Gęślą Jaźń
                    Latin      | Nguyễn Thị Hồng
                    Latin      | O'Connor-Šimůnek
                    Latin      | Əliyev Ñandú
                    Arabic     | مُحَمَّد عبد الرّحمن
                    Persian    | علی‌رضا می‌خواهد
                    Urdu       | ڈاکٹر قریشی
                    Kurdish    | ڕێبوار ئەحمەد
                    Hebrew     | יעקב בן־דוד
                    Cyrillic   | Ёлкина-Щукина
                    Ukrainian  | Ґалаґан Їжакевич
                    Greek      | Αλέξανδρος Παπαδόπουλος
                    Armenian   | Հովհաննես Տէր
                    Georgian   | გიორგი მაისურაძე
                    Amharic    | ኃይለ ሥላሴ
                    Devanagari | कृष्ण श्रीवास्तव
                    Bengali    | শ্রীমতী রহমান
                    Tamil      | சுப்பிரமணியம்
                    Telugu     | వెంకటేశ్వర్లు
                    Sinhala    | ශ්‍රී ලාල්
                    Thai       | สมชาย ใจดี
                    Lao        | ບຸນມີ ສີສຸວັນ
                    Khmer      | សុខ ចាន់ដារា
                    Burmese    | အောင်ဆန်းစုကြည်
                    Tibetan    | བསྟན་འཛིན་རྒྱ་མཚོ
                    Han        | 王小明
                    Han        | 𠮷田
                    Kana       | さくら タロウ
                    Hangul     | 김민수
                    NKo        | ߡߡߊߘߎ߫ ߖߊߟߏ߫
                    Rohingya   | 𐴔𐴡𐴔𐴟𐴑
                    Adlam      | 𞤃𞤢𞤥𞤢𞤣𞤵
                    Syriac     | ܝܘܚܢܢ
                    Tifinagh   | ⵎⴰⵙⵉⵏⵉⵙⵙⴰ
                    Thaana     | މުޙައްމަދު
                    Mongolian  | ᠲᠡᠮᠦᠵᠢᠨ
                    Cherokee   | ᏎᏉᏯ
                    Javanese   | ꦱꦸꦏꦂꦤ
                    """)
    void a_name_of_any_script_says_something(String script, String name) {
        assertThat(SaidText.objection(name, 1, 200, Lines.ONE)).as(script).isEmpty();
        String apart = Normalizer.normalize(name, Normalizer.Form.NFD);
        assertThat(SaidText.stored(apart))
                .isEqualTo(Normalizer.normalize(name, Normalizer.Form.NFC));
        assertThat(SaidText.folded(apart)).isEqualTo(SaidText.folded(name)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    number sign  | n° 12
                    numero       | № 45/2019
                    ampersand    | Law 7 & 8
                    apostrophe   | art. 5 de l'ordonnance
                    typographic  | l’article 3
                    en dash      | §§ 3–5
                    Arabic       | المادّة ٥
                    Devanagari   | धारा १२
                    section      | § 7 (2) a
                    quotes       | «Закон» № 3
                    one letter   | a
                    one digit    | 5
                    Arabic digit | ٣
                    circled      | ③
                    Roman        | Ⅷ
                    emoji beside | ok 👍
                    """)
    void a_reference_says_something(String what, String reference) {
        assertThat(SaidText.objection(reference, 1, 120, Lines.ONE)).as(what).isEmpty();
    }

    /** Written as UTF-16 units, since nobody could see them here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
                    spaces                    | '   '
                    no-break space            | /u00A0
                    zero width space          | /u200B/u200B/u200B/u200B/u200B/u200B/u200B/u200B/u200B/u200B/u200B/u200B
                    ZWNJ                      | /u200C
                    ZWJ                       | /u200D
                    word joiner               | /u2060
                    byte order mark           | /uFEFF
                    soft hyphen               | /u00AD
                    Hangul filler             | /u3164
                    choseong filler           | /u115F
                    jungseong filler          | /u1160
                    halfwidth filler          | /uFFA0
                    braille blank             | /u2800
                    combining acute           | /u0301
                    lone shadda               | /u0651
                    lone virama               | /u094D
                    dots                      | ...
                    ellipsis                  | /u2026
                    brackets                  | ()
                    dash                      | /u2014
                    question mark             | ?
                    replacement               | /uFFFD
                    private use               | /uE000
                    hieroglyph blank          | /uD80D/uDC41
                    emoji                     | /uD83D/uDE00
                    ideographic space         | /u3000
                    tag characters            | /uDB40/uDC61
                    a hidden text             | a/uDB40/uDC61/uDB40/uDC62
                    interlinear annotation    | a/uFFF9b/uFFFAc/uFFFB
                    tatweel                   | /u0640
                    tatweels                  | /u0640/u0640/u0640
                    N'Ko lajanyalan           | /u07FA
                    mongolian vowel separator | /u180E
                    khmer inherent vowel      | /u17B4
                    nul                       | a/u0000b
                    tab                       | a/u0009b
                    escape                    | a/u001Bb
                    next line                 | a/u0085b
                    delete                    | a/u007Fb
                    line break                | a/u000Ab
                    line separator            | a/u2028b
                    noncharacter              | a/uFFFEb
                    override                  | a/u202Eb
                    embedding                 | a/u202Bb
                    isolate                   | a/u2067b
                    high surrogate            | a/uD800b
                    low surrogate             | a/uDC00b
                    swapped surrogates        | /uDC00/uD800
                    """)
    void what_says_nothing_or_does_harm_is_refused(String what, String units) {
        String text =
                UNIT.matcher(units)
                        .replaceAll(
                                unit -> String.valueOf((char) Integer.parseInt(unit.group(1), 16)));
        assertThat(SaidText.objection(text, 1, 200, Lines.ONE)).as(what).isPresent();
    }

    @Test
    void prose_has_line_breaks_and_no_other_controls() {
        assertThat(SaidText.objection("one\r\ntwo\nthree", 1, 20, Lines.MANY)).isEmpty();
        assertThat(SaidText.objection("one\ttwo", 1, 20, Lines.MANY)).isEmpty();
        assertThat(SaidText.objection("one\ttwo", 1, 20, Lines.ONE)).isPresent();
    }

    @Test
    void limits_count_code_points_of_the_stored_form() {
        assertThat(SaidText.objection("𐴔".repeat(200), 1, 200, Lines.ONE)).isEmpty();
        assertThat(SaidText.objection("e\u0301".repeat(200), 1, 200, Lines.ONE)).isEmpty();
        assertThat(SaidText.objection("a".repeat(201), 1, 200, Lines.ONE)).isPresent();
        assertThat(SaidText.cut("𐴔𐴡𐴔", 2)).isEqualTo("𐴔𐴡");
    }

    @Test
    void the_least_counts_what_is_seen() {
        assertThat(SaidText.objection("a" + "\u200B".repeat(12), 10, 200, Lines.MANY)).isPresent();
        assertThat(SaidText.objection("she faints", 10, 200, Lines.MANY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"n° A-12 34, NA1234", "۱۲۳-۴۵ ب, 12345ب", "１２３ ４５, 12345", "№ ٣/٤, NO34"})
    void a_number_is_its_letters_and_digits(String written, String number) {
        assertThat(SaidText.number(written)).isEqualTo(number);
    }
}
