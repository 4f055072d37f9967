package org.orangeline.events;

/**
 * Identity or free text. Clear only between a command and the encoder; on the wire and in every
 * state it is {@link Sealed}, and only the service that holds the person's key can open it.
 *
 * @param <T> what is inside
 */
public sealed interface Confidential<T> permits Clear, Sealed {

    static <T> Confidential<T> of(T value) {
        return new Clear<>(value);
    }
}
