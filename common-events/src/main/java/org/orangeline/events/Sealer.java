package org.orangeline.events;

/** Seals confidential values under the subject's key while an event is encoded. */
@FunctionalInterface
public interface Sealer {

    /**
     * @param subject whose key to seal under
     * @param event the event's name
     * @param field JSON pointer of the field
     * @param plaintext the value as JSON
     */
    Sealed<?> seal(String subject, String event, String field, byte[] plaintext);
}
