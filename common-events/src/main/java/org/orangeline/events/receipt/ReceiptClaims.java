package org.orangeline.events.receipt;

/**
 * What a receipt says.
 *
 * @param op the operation
 * @param num the registration number
 * @param per the person's id
 * @param seq the sequence of the event
 * @param hash SHA-256 of the event in the chain, base64url
 */
public record ReceiptClaims(String op, String num, String per, long seq, String hash) {}
