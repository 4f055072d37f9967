package org.orangeline.intake.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spellings of one name find each other, across scripts and schools; other names do not. */
class SpellingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    محمد عبد الرحمن الحسن    | Mohammed Abdulrahman al-Hassan
                    محمد عبد الرحمن الحسن    | Мухаммад Абдуррахман аль-Хасан
                    Mohammed Abdulrahman al-Hassan | Мухаммад Абдуррахман аль-Хасан
                    Mohamed Abderrahmane El Hassan | محمد عبدالرحمن الحسن
                    Muhammet Abdurrahman Hasan | محمد عبد الرحمن حسن
                    Магомед Абдурахман Хасан | Muhammad Abd ar-Rahman Hassan
                    أمينة خالد                | Amina Khaled
                    أمينة خالد                | Амина Халид
                    فاطمة الزهراء قاسم        | Fatima az-Zahra Qasim
                    فاطمة قاسم                | Фатима Касем
                    Fatma Kasım              | فاطمة قاسم
                    يوسف إبراهيم              | Yusuf Ibrahim
                    يوسف إبراهيم              | Youcef Brahim
                    Юсуф Ибрагим             | Yousef Ibraheem
                    عبد الله شريف             | Abdullah Sharif
                    Abdoullah Chérif         | عبدالله شريف
                    Абдулла Шариф            | Abdallah Shareef
                    سيف الله غسان             | Saifullah Ghassan
                    صلاح الدين أيوب           | Salahuddin Ayyub
                    صلاح الدين أيوب           | Salah ad-Din Ayoub
                    أبو بكر البغدادي          | Abu Bakr al-Baghdadi
                    Абубакар Багдади         | Abou Bakr al-Baghdadi
                    مصطفى جمال                | Mustafa Jamal
                    Mustafa Cemal            | Мустафа Джамал
                    Moustapha Djamel         | مصطفى جمال
                    خديجة حسين                | Khadija Hussein
                    Khadidja Hocine          | خديجة حسين
                    Хадижа Хусейн            | Khadijah Husayn
                    Сергей Щербаков          | Sergei Shcherbakov
                    Дмитрий Чехов            | Dmitry Chekhov
                    Екатерина Жукова         | Ekaterina Zhukova
                    Иван Петров              | Ivan Petrov
                    Алексей Хрущёв           | Aleksey Khrushchev
                    Şahin Öztürk             | Шахин Озтюрк
                    Recep Erdoğan            | رجب أردوغان
                    Mehmet Yıldız            | Мехмет Йылдыз
                    François Dubois          | Francois Duboi
                    Michel Chevalier         | Мишель Шевалье
                    Jean-Pierre Moreau       | Жан-Пьер Моро
                    علي عثمان                 | Ali Othman
                    Омар Рамадан             | عمر رمضان
                    وليد طارق                 | Walid Tariq
                    Валид Тарик              | Waleed Tarek
                    محمد حسن                  | مُحَمَّد حَسَن
                    Mohammed Hassan          | Hassan Mohammed
                    Mohamed Hasan            | Mohaned Hasan
                    Abdelkader Boumediene    | Abdlekader Boumediene
                    """)
    void one_name(String one, String other) {
        assertThat(likeness(one, other)).isGreaterThanOrEqualTo(0.72);
        assertThat(areCandidates(one, other)).isTrue();
        assertThat(areCandidates(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    محمد عبد الرحمن الحسن    | أحمد عبد الكريم الحسين
                    Mohammed Ahmed Ali       | Mohammed Ali Hassan
                    Amina Mohammed Hassan    | Fatima Mohammed Hassan
                    علي محمد أحمد حسن         | عمر محمد أحمد حسن
                    Иван Петров              | Пётр Иванов
                    Сергей Иванов            | Алексей Иванов
                    Екатерина Жукова         | Ирина Жукова
                    Jean Dubois              | Pierre Dubois
                    Mehmet Yıldız            | Ahmet Yılmaz
                    Khaled Ibrahim           | Walid Ibrahim
                    يوسف إبراهيم              | يونس إبراهيم
                    عبد الرحمن حسن            | عبد الله حسن
                    Abdulrahman Hassan       | Abdulkarim Hassan
                    محمد                      | محمد
                    Amina                    | Amine
                    Mustafa Jamal            | Mustafa Kamal
                    Zahra Qasim              | Sara Hashim
                    """)
    void two_names(String one, String other) {
        assertThat(likeness(one, other)).isLessThan(0.72);
    }

    private static double likeness(String one, String other) {
        NameIndex index = Names.index();
        return new NameLikeness().best(List.of(index.words(one)), List.of(index.words(other)));
    }

    private static boolean areCandidates(String known, String asked) {
        NameIndex index = Names.index();
        var state = Names.operation(List.of(Names.person(1, known)));
        assertThat(index.of("baghuz-2019").follow(state, 10)).isTrue();
        return !index.of("baghuz-2019").candidates(index.words(asked), id -> true, false).isEmpty();
    }
}
