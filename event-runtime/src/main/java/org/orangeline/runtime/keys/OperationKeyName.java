package org.orangeline.runtime.keys;

/** {@code <operation>/<n>}; an operation's name has no slash. */
final class OperationKeyName {

    private OperationKeyName() {}

    static String of(String operation, int number) {
        return operation + "/" + number;
    }

    static String operation(String name) {
        return name.substring(0, name.lastIndexOf('/'));
    }

    static int number(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf('/') + 1));
    }
}
