package org.orangeline.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClasses;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.time.Clock;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What keeps a core pure, for every module that has one. */
public final class PureCore {

    private static final Set<String> DICE_AND_CLOCKS =
            Set.of(
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.nanoTime",
                    "java.lang.Math.random",
                    "java.util.UUID.randomUUID");

    private static final DescribedPredicate<JavaMethodCall> ASKS =
            describe(
                    "asks a clock or throws dice",
                    call -> {
                        String owner = call.getTargetOwner().getFullName();
                        return DICE_AND_CLOCKS.contains(owner + "." + call.getName())
                                || owner.startsWith("java.time.") && call.getName().equals("now");
                    });

    private PureCore() {}

    /** Time and ids are given to it: the same command on the same state decides the same. */
    public static ArchRule asksNoClockAndNoDice(GivenClassesConjunction noClassesOfTheCore) {
        return noClassesOfTheCore
                .should()
                .callMethodWhere(ASKS)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class);
    }

    /** A service has keys of its own; what they followed from is for the launcher. */
    public static ArchRule derivesNoKeys(GivenClasses none) {
        return none.should()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.runtime\\.keys\\.(DeploymentKey|DerivedKeys)");
    }
}
