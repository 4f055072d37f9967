package org.orangeline.intake.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name of any script is found by its own spelling, and whatever nobody sees in it. */
class ScriptsTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 3, 5);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Latin | Żółć Gęślą Jaźń
                    Latin | Nguyễn Thị Hồng
                    Latin | O'Connor-Šimůnek
                    Latin | Əliyev Ñandú
                    Arabic | مُحَمَّد عبد الرّحمن
                    Persian | علی‌رضا می‌خواهد
                    Urdu | ڈاکٹر قریشی
                    Kurdish | ڕێبوار ئەحمەد
                    Hebrew | יעקב בן־דוד
                    Cyrillic | Ёлкина-Щукина
                    Ukrainian | Ґалаґан Їжакевич
                    Greek | Αλέξανδρος Παπαδόπουλος
                    Armenian | Հովհաննես Տէր
                    Georgian | გიორგი მაისურაძე
                    Amharic | ኃይለ ሥላሴ
                    Devanagari | कृष्ण श्रीवास्तव
                    Bengali | শ্রীমতী রহমান
                    Tamil | சுப்பிரமணியம்
                    Telugu | వెంకటేశ్వర్లు
                    Sinhala | ශ්‍රී ලාල්
                    Thai | สมชาย ใจดี
                    Lao | ບຸນມີ ສີສຸວັນ
                    Khmer | សុខ ចាន់ដារា
                    Burmese | အောင်ဆန်းစုကြည်
                    Tibetan | བསྟན་འཛིན་རྒྱ་མཚོ
                    Han | 王小明
                    Han | 𠮷田
                    Kana | さくら タロウ
                    Hangul | 김민수
                    NKo | ߡߡߊߘߎ߫ ߖߊߟߏ߫
                    Rohingya | 𐴔𐴡𐴔𐴟𐴑
                    Adlam | 𞤃𞤢𞤥𞤢𞤣𞤵
                    Syriac | ܝܘܚܢܢ
                    Tifinagh | ⵎⴰⵙⵉⵏⵉⵙⵙⴰ
                    Thaana | މުޙައްމަދު
                    Mongolian | ᠲᠡᠮᠦᠵᠢᠨ
                    Cherokee | ᏎᏉᏯ
                    Javanese | ꦱꦸꦏꦂꦤ
                    Zanabazar | 𑨊𑨁𑨇𑨋𑨆
                    Cuneiform | 𒀭𒂗𒆤
                    Chakma | 𑄌𑄋𑄴𑄟𑄳𑄦
                    Vai | ꕙꔤ ꖸꕯ
                    Ol Chiki | ᱥᱟᱱᱛᱟᱲ
                    """)
    void a_name_of_any_script_is_found_by_its_spelling(String script, String name) {
        assertThat(score(name, name)).as(script).isEqualTo(1.0);
        assertThat(score(name, Normalizer.normalize(name, Normalizer.Form.NFD)))
                .as(script)
                .isEqualTo(1.0);
        for (String unseen : List.of("\u200C", "\u00AD", "\u200F", "\u200E", "\u2060", "\u200D")) {
            assertThat(score(within(name, unseen), name)).as(script).isEqualTo(1.0);
            assertThat(score(name, within(name, unseen))).as(script).isEqualTo(1.0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "សុខ, ដារា",
        "ບຸນມີ, ສີສຸວັນ",
        "𞤃𞤢𞤥𞤢𞤣𞤵, 𞤀𞤥𞤭𞤲𞤢",
        "𐴔𐴡𐴔𐴟𐴑, 𐴀𐴑𐴡𐴌𐴝"
    })
    void another_name_of_the_script_is_not_meant(String one, String other) {
        assertThat(score(one, other)).isZero();
    }

    // After the first letter and its marks, as a keyboard puts it in.
    private static String within(String name, String unseen) {
        int at = name.offsetByCodePoints(0, 1);
        while (at < name.length() && OwnLetters.isMark(name.codePointAt(at))) {
            at += Character.charCount(name.codePointAt(at));
        }
        return name.substring(0, at) + unseen + name.substring(at);
    }

    private static double score(String known, String asked) {
        var state = Names.operation(List.of(Names.person(1, known)));
        return new PersonSearch(Names.index())
                        .find(
                                state,
                                new PersonSearch.Query(
                                        asked, null, null, null, null, null, null, null, null,
                                        null),
                                TODAY)
                        .orElseThrow()
                        .stream()
                        .mapToDouble(PersonSearch.Hit::score)
                        .findFirst()
                        .orElse(0);
    }
}
