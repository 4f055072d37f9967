package org.orangeline.kit.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may make a call. A call without it is denied to everybody. The OpenAPI document shows it as
 * {@code x-roles}, {@code x-human-only}, {@code x-decides}, {@code x-proof} and {@code
 * x-from-device}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    /** Any one of these roles is enough. */
    Role[] value() default {};

    /**
     * Every role that works with persons in the operation: all but {@code agency}, {@code
     * verifier}.
     */
    boolean everyOfficer() default false;

    /** What lets a caller in; with another than an officer's token no role is asked for. */
    Proof proof() default Proof.OFFICER_TOKEN;

    /** Besides the officer's token, a {@link DeviceToken} says which tablet sends it. */
    boolean fromDevice() default false;

    /**
     * Which tablet kept the call may be named in {@link DeviceToken#DEVICE_ID}; who names one shows
     * its {@link DeviceToken}.
     */
    boolean mayNameDevice() default false;

    /** The decider refuses machines (rule S6). */
    boolean humanOnly() default false;

    /**
     * A human decides something with it (rule S6), at once and in their own name. A tablet's item
     * with such a call says who captured it, and is never held or released by somebody else.
     */
    boolean decides() default false;

    /**
     * Of a decision: its rule counts who captured it as well, who may be another than the sender.
     */
    boolean countsCaptor() default false;
}
