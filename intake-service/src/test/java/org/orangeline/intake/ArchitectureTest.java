package org.orangeline.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.orangeline.kit.testing.PureCore;

@AnalyzeClasses(
        packages = "org.orangeline.intake",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] EDGES = {"..rest..", "..wiring.."};

    @ArchTest
    static final ArchRule the_core_is_plain_java =
            classes()
                    .that()
                    .resideOutsideOfPackages(EDGES)
                    .should()
                    .onlyDependOnClassesThat(
                            com.tngtech.archunit.core.domain.JavaClass.Predicates
                                    .resideInAnyPackage(
                                            "java..",
                                            "org.orangeline.events..",
                                            "org.orangeline.runtime",
                                            "org.orangeline.intake..",
                                            "org.pcollections..",
                                            "com.ibm.icu.text..",
                                            "org.jspecify.."));

    @ArchTest
    static final ArchRule the_core_does_not_look_at_its_edges =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(EDGES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(EDGES);

    @ArchTest
    static final ArchRule the_core_asks_no_clock_and_no_dice =
            PureCore.asksNoClockAndNoDice(noClasses().that().resideOutsideOfPackages(EDGES));

    @ArchTest static final ArchRule it_derives_no_keys = PureCore.derivesNoKeys(noClasses());
}
