package org.orangeline.events.model;

/** What sort of thing a person's property is. */
public enum PropertyKind {
    MONEY,
    JEWELLERY,
    PHONE,
    DOCUMENT,
    CLOTHING,
    OTHER
}
