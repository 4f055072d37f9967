package org.orangeline.kit;

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
        packages = "org.orangeline.kit",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest static final ArchRule it_derives_no_keys = PureCore.derivesNoKeys(noClasses());

    @ArchTest
    static final ArchRule texts_are_defined_once =
            SaidTexts.areDefinedOnce(
                    noClasses().that().resideInAnyPackage("..rest..", "..batch..", "..audit.."));

    @ArchTest
    static void every_text_of_a_request_says_something(JavaClasses classes) {
        assertThat(SaidTexts.requests(classes)).isNotEmpty();
        assertThat(SaidTexts.unbounded(classes)).isEmpty();
    }
}
