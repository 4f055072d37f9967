package org.orangeline.placement.safeguards;

/**
 * An authority that people may be handed over to, or that runs facilities (rule P9).
 *
 * @param receiver its code, in capitals
 * @param state the state that it belongs to, ISO 3166-1 alpha-3
 */
public record Receiver(String receiver, String name, String state) {}
