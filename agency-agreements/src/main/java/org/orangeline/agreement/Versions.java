package org.orangeline.agreement;

import java.util.Map;
import java.util.Optional;

/**
 * What each version of an agreement said when it was first gone by. What was told before belongs to
 * that: another content needs another version, and nothing goes back to an older one.
 *
 * @param digests by the agreement's id
 */
public record Versions(Map<String, String> digests) {

    public Versions {
        digests = Map.copyOf(digests);
    }

    public boolean know(Agreement agreement) {
        return digests.containsKey(agreement.id());
    }

    /** Why an agreement is not the one that was gone by; empty when it is, or is a new one. */
    public Optional<Contradiction> contradict(Agreement agreement) {
        if (know(agreement) && !agreement.digest().equals(digests.get(agreement.id()))) {
            return Optional.of(Contradiction.CHANGED);
        }
        return newest(agreement.agency()) > agreement.version()
                ? Optional.of(Contradiction.ROLLED_BACK)
                : Optional.empty();
    }

    private int newest(String agency) {
        String prefix = agency + "/";
        return digests.keySet().stream()
                .filter(id -> id.startsWith(prefix))
                .mapToInt(id -> Integer.parseInt(id.substring(prefix.length())))
                .max()
                .orElse(0);
    }

    /** What is wrong with an agreement that was gone by before. */
    public enum Contradiction {
        CHANGED("its content was changed without a new version"),
        ROLLED_BACK("a newer version was gone by before");

        private final String text;

        Contradiction(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
