package org.orangeline.events.model;

/**
 * The public half of a key pair that a tablet made; its other half never leaves the tablet. A JSON
 * Web Key of RFC 8037.
 *
 * @param kty {@code OKP}
 * @param crv {@code Ed25519}
 * @param x the public key, base64url without padding
 */
public record DeviceKey(String kty, String crv, String x) {}
