package org.orangeline.screening;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.orangeline.kit.testing.PureCore;

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
}
