package org.orangeline.kit.rest;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.SaidText;

/**
 * A text of a request that has to say something, as {@link SaidText} defines it. One that is left
 * out is good, unless it is {@code @NotNull}.
 */
@Documented
@Constraint(validatedBy = Says.Check.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.ANNOTATION_TYPE,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface Says {

    /** Fewest code points that can be seen. */
    int min() default 1;

    /** Most code points. */
    int max();

    /** Names, codes and references have one line; prose may have more. */
    boolean oneLine() default false;

    String message() default "must say something";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks the definition. */
    final class Check implements ConstraintValidator<Says, String> {

        private int min;
        private int max;
        private SaidText.Lines lines = SaidText.Lines.MANY;

        @Override
        public void initialize(Says says) {
            min = says.min();
            max = says.max();
            lines = says.oneLine() ? SaidText.Lines.ONE : SaidText.Lines.MANY;
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            Optional<String> objection = SaidText.objection(text, min, max, lines);
            objection.ifPresent(why -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(why).addConstraintViolation();
            });
            return objection.isEmpty();
        }
    }
}
