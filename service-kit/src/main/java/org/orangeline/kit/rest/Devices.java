package org.orangeline.kit.rest;

/** What a service has heard of the tablets of an operation. */
public interface Devices {

    /** Whether a human trusts it no more. */
    boolean isRevoked(String operation, String deviceId);
}
