package org.orangeline.screening;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.orangeline.kit.testing.PureCore;
import org.orangeline.kit.testing.SaidTexts;

@AnalyzeClasses(
        packages = "org.orangeline.screening",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] EDGES = {"..rest..", "..wiring.."};

    @ArchTest
    static final ArchRule the_core_is_plain_java =
            classes()
                    .that()
                    .resideOutsideOfPackages(EDGES)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.orangeline.events..",
                            "org.orangeline.runtime",
                            "org.orangeline.screening",
                            "org.orangeline.screening.lines..",
                            "org.orangeline.screening.screening..",
                            "org.orangeline.screening.questionnaire..",
                            "org.orangeline.screening.knowledge..",
                            "org.orangeline.screening.view..",
                            "org.orangeline.screening.history..",
                            "org.pcollections..",
                            "org.jspecify..");

    @ArchTest
    static final ArchRule the_core_asks_no_clock_and_no_dice =
            PureCore.asksNoClockAndNoDice(noClasses().that().resideOutsideOfPackages(EDGES));

    @ArchTest
    static final ArchRule decisions_do_not_look_at_views =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "..lines..",
                            "..screening.screening..",
                            "..questionnaire..",
                            "..knowledge..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..view..");

    @ArchTest static final ArchRule it_derives_no_keys = PureCore.derivesNoKeys(noClasses());

    @ArchTest static final ArchRule texts_are_defined_once = SaidTexts.areDefinedOnce(noClasses());

    @ArchTest
    static void every_text_of_a_request_says_something(JavaClasses classes) {
        assertThat(SaidTexts.requests(classes)).isNotEmpty();
        assertThat(SaidTexts.unbounded(classes)).isEmpty();
    }
}
