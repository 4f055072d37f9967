package org.orangeline.gateway;

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
        packages = "org.orangeline.gateway",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] CORE = {
        "..gateway.people..", "..gateway.telling..", "..gateway.order.."
    };

    @ArchTest
    static final ArchRule the_core_is_plain_java =
            classes()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "javax.crypto..",
                            "org.orangeline.events..",
                            "org.orangeline.agreement..",
                            "org.orangeline.gateway.people..",
                            "org.orangeline.gateway.telling..",
                            "org.orangeline.gateway.order..",
                            "org.orangeline.runtime",
                            "org.pcollections..",
                            "org.jspecify..");

    @ArchTest
    static final ArchRule the_core_asks_no_clock_and_no_dice =
            PureCore.asksNoClockAndNoDice(noClasses().that().resideInAnyPackage(CORE));

    @ArchTest
    static final ArchRule the_gateway_decides_nothing_and_opens_no_sealed_value =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.orangeline.runtime.kafka.Engine")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.orangeline.runtime.keys.KeyService")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.orangeline.events.Opener");

    @ArchTest static final ArchRule texts_are_defined_once = SaidTexts.areDefinedOnce(noClasses());

    @ArchTest
    static void every_text_of_a_request_says_something(JavaClasses classes) {
        assertThat(SaidTexts.requests(classes)).isNotEmpty();
        assertThat(SaidTexts.unbounded(classes)).isEmpty();
    }
}
