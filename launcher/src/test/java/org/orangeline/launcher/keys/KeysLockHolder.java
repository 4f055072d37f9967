package org.orangeline.launcher.keys;

import java.io.IOException;
import java.nio.file.Path;

/** A command in another process that makes keys until its input ends. */
final class KeysLockHolder {
    private KeysLockHolder() {}

    static void main(String[] args) throws IOException {
        try (KeysLock unused = KeysLock.of(Path.of(args[0]))) {
            System.out.println("locked");
            int end = System.in.read();
        }
    }
}
