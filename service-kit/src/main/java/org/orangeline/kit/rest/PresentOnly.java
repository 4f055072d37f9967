package org.orangeline.kit.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A read of an operation that does not go through {@link Reads}, so it knows the present only:
 * {@link Reads#AS_OF} is refused, and the OpenAPI document does not name it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PresentOnly {}
