package org.orangeline.kit.batch;

/**
 * How far erasures were followed in what is held; a record of the topic {@code <service>.held},
 * beside those of the operation's items. It also keeps an operation known that holds nothing now,
 * but once did.
 *
 * @param destroyed how many keys events had destroyed in the operation's partition
 */
record HeldMark(String operation, int destroyed) {

    /** Stands in the record's key where an item has its id. */
    static final String NAME = "erasures";

    String key() {
        return operation + " " + NAME;
    }
}
