package org.orangeline.placement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.UUID;
import org.orangeline.kit.testing.PureCore;
import org.orangeline.kit.testing.SaidTexts;
import org.orangeline.placement.convoys.ConvoyDecider;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.transfers.WhenCarerIsTransferredThenProposeChildren;

@AnalyzeClasses(
        packages = "org.orangeline.placement",
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
                                            "org.orangeline.placement..",
                                            "org.pcollections..",
                                            "org.jspecify.."));

    @ArchTest
    static final ArchRule the_core_does_not_look_at_its_edges =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(EDGES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(EDGES);

    /** A merge leaves placements where they are: a rule that asks for one id misses the person. */
    @ArchTest
    static final ArchRule where_a_person_is_is_asked_for_all_records =
            noClasses()
                    .that()
                    .areNotAssignableFrom(Whereabouts.class)
                    .and()
                    .areNotAssignableFrom(OperationPlacements.class)
                    .and()
                    .areNotAssignableFrom(PlacementFold.class)
                    // These are about the record under which somebody is placed.
                    .and()
                    .areNotAssignableFrom(ConvoyDecider.class)
                    .and()
                    .areNotAssignableFrom(WhenCarerIsTransferredThenProposeChildren.class)
                    .and()
                    .resideOutsideOfPackage("..rest..")
                    .should()
                    .callMethod(OperationPlacements.class, "openPlacement", UUID.class);

    @ArchTest
    static final ArchRule the_core_asks_no_clock_and_no_dice =
            PureCore.asksNoClockAndNoDice(noClasses().that().resideOutsideOfPackages(EDGES));

    @ArchTest static final ArchRule it_derives_no_keys = PureCore.derivesNoKeys(noClasses());

    @ArchTest static final ArchRule texts_are_defined_once = SaidTexts.areDefinedOnce(noClasses());

    @ArchTest
    static void every_text_of_a_request_says_something(JavaClasses classes) {
        assertThat(SaidTexts.requests(classes)).isNotEmpty();
        assertThat(SaidTexts.unbounded(classes)).isEmpty();
    }
}
