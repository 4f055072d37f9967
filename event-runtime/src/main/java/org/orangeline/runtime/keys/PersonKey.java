package org.orangeline.runtime.keys;

import org.orangeline.runtime.SubjectRef;

/**
 * A person's key as the topic of keys holds it. It belongs to a subject within an operation: the
 * same id may come up in two operations, and neither may read or destroy what the other said under
 * it (ADR 0021).
 *
 * @param recordKey {@code <operation>/<subject>}, or the subject alone when it was made before ADR
 *     0021; neither an operation's name nor a subject has a slash
 */
record PersonKey(String recordKey, KeyRecord record) {

    private static final char BETWEEN = '/';

    static String recordKey(SubjectRef owner) {
        return owner.operation() + BETWEEN + owner.subject();
    }

    static String subject(String recordKey) {
        return recordKey.substring(recordKey.indexOf(BETWEEN) + 1);
    }

    /** Whose erasure destroys it: of a subject alone, that of the operation that made it. */
    SubjectRef owner() {
        return new SubjectRef(OperationKeyName.operation(record.by()), subject(recordKey));
    }

    boolean isOfSubjectAlone() {
        return recordKey.indexOf(BETWEEN) < 0;
    }

    /** What its wrapping is bound to. */
    String context() {
        return context(recordKey);
    }

    static String context(String recordKey) {
        return "key of " + recordKey;
    }
}
