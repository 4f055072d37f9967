package org.orangeline.runtime.keys;

import org.orangeline.runtime.SubjectRef;

/**
 * A person's key as the topic of keys holds it. It belongs to a subject within an operation: the
 * same id may come up in two operations, and neither may read or destroy what the other said under
 * it (ADR 0021).
 *
 * @param isOfSubjectAlone whether it was made before ADR 0021 and lies under the subject alone;
 *     else it lies under {@code <operation>/<subject>}, neither of which has a slash
 */
record PersonKey(String subject, boolean isOfSubjectAlone, KeyRecord record) {

    private static final char BETWEEN = '/';

    static PersonKey of(String recordKey, KeyRecord record) {
        return new PersonKey(subject(recordKey), recordKey.indexOf(BETWEEN) < 0, record);
    }

    static String recordKey(SubjectRef owner) {
        return owner.operation() + BETWEEN + owner.subject();
    }

    static String subject(String recordKey) {
        return recordKey.substring(recordKey.indexOf(BETWEEN) + 1);
    }

    /** Whose erasure destroys it: that of the operation that made it. */
    SubjectRef owner() {
        return new SubjectRef(OperationKeyName.operation(record.by()), subject);
    }

    String recordKey() {
        return isOfSubjectAlone ? subject : recordKey(owner());
    }

    /** What its wrapping is bound to. */
    String context() {
        return context(recordKey());
    }

    static String context(String recordKey) {
        return "key of " + recordKey;
    }
}
