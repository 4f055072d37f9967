package org.orangeline.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "org.orangeline.events",
        importOptions = ImportOption.DoNotIncludeTests.class)
class DependenciesTest {

    @ArchTest
    static final ArchRule the_contracts_depend_on_the_jdk_jackson_and_jspecify_only =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "org.orangeline.events..",
                            "java..",
                            "com.fasterxml.jackson..",
                            "org.jspecify..");

    @ArchTest
    static final ArchRule only_the_codec_knows_jackson =
            classes()
                    .that()
                    .resideInAnyPackage("org.orangeline.events.*..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("org.orangeline.events..", "java..", "org.jspecify..");
}
