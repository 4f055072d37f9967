package org.orangeline.kit.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClasses;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.orangeline.events.DomainEvent;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Says;

/** Checks that each text of a module's requests carries the one definition ({@code @Says}). */
public final class SaidTexts {

    private SaidTexts() {}

    /** Nobody else says when a text is empty. */
    public static ArchRule areDefinedOnce(GivenClasses none) {
        return none.should()
                .callMethod(String.class, "isBlank")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(NotBlank.class);
    }

    /** The same for a part of a module. */
    public static ArchRule areDefinedOnce(GivenClassesConjunction none) {
        return none.should()
                .callMethod(String.class, "isBlank")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(NotBlank.class);
    }

    /**
     * Texts of request bodies that anything could stand in, as {@code Request.component}: neither
     * {@link Says} nor a pattern bounds them.
     */
    public static Set<String> unbounded(JavaClasses classes) {
        Set<Class<?>> seen = new HashSet<>();
        Set<String> unbounded = new TreeSet<>();
        requests(classes).forEach(request -> look(request, seen, unbounded));
        return unbounded;
    }

    /** Records that a body is read as; events and rows are what a call answers with. */
    public static Stream<Class<?>> requests(JavaClasses classes) {
        return classes.stream()
                .flatMap(one -> one.getCodeUnits().stream())
                .filter(SaidTexts::readsBody)
                .flatMap(unit -> unit.getReferencedClassObjects().stream())
                .map(ReferencedClassObject::getRawType)
                .distinct()
                .<Class<?>>map(JavaClass::reflect)
                .filter(Class::isRecord)
                .filter(type -> !DomainEvent.class.isAssignableFrom(type))
                .filter(type -> !type.getSimpleName().matches(".*(Row|View)"));
    }

    private static boolean readsBody(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Body.class));
    }

    private static void look(Class<?> record, Set<Class<?>> seen, Set<String> unbounded) {
        if (!seen.add(record)) {
            return;
        }
        for (RecordComponent component : record.getRecordComponents()) {
            String name = record.getSimpleName() + "." + component.getName();
            look(component.getAnnotatedType(), name, seen, unbounded);
        }
    }

    private static void look(
            AnnotatedType type, String name, Set<Class<?>> seen, Set<String> unbounded) {
        if (type.getType() == String.class) {
            if (!type.isAnnotationPresent(Says.class) && !type.isAnnotationPresent(Pattern.class)) {
                unbounded.add(name);
            }
        } else if (type instanceof AnnotatedParameterizedType generic) {
            for (AnnotatedType of : generic.getAnnotatedActualTypeArguments()) {
                look(of, name, seen, unbounded);
            }
        } else if (type.getType() instanceof Class<?> other && other.isRecord()) {
            look(other, seen, unbounded);
        }
    }
}
