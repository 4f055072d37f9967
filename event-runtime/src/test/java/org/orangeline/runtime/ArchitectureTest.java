package org.orangeline.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "org.orangeline.runtime",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule what_services_write_against_is_plain_java =
            classes()
                    .that()
                    .resideInAPackage("org.orangeline.runtime")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.orangeline.events..",
                            "org.orangeline.runtime",
                            "org.pcollections..",
                            "kotlinx.collections.immutable..",
                            "org.jspecify..");

    @ArchTest
    static final ArchRule keys_know_no_broker =
            noClasses()
                    .that()
                    .resideInAPackage("org.orangeline.runtime.keys")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.kafka..", "org.orangeline.runtime.kafka..");

    @ArchTest
    static final ArchRule reading_the_log_knows_no_ownership =
            noClasses()
                    .that()
                    .resideInAPackage("org.orangeline.runtime.log")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.orangeline.runtime.kafka..");

    @ArchTest
    static final ArchRule the_machine_knows_no_domain =
            noClasses()
                    .that()
                    .resideInAPackage("org.orangeline.runtime..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.orangeline.events.intake..",
                            "org.orangeline.events.screening..",
                            "org.orangeline.events.placement..",
                            "org.orangeline.events.model..",
                            "org.orangeline.events.plan..");
}
