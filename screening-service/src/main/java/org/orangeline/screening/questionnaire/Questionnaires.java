package org.orangeline.screening.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.orangeline.events.EventCodec;
import org.orangeline.screening.Register;
import org.pcollections.TreePVector;

/**
 * The questionnaires of an operation: the one that is packed with the software, and what was
 * published there.
 */
public final class Questionnaires {

    /** What is asked when nobody says otherwise. */
    public static final String DEFAULT = "individual-screening";

    /** Questionnaires of an operation, and versions of each. */
    static final int MOST = 100;

    static final int MOST_VERSIONS = 1_000;

    /** Questionnaires of one human that wait for a second one: one alone fills no operation. */
    static final int MOST_WAITING = 10;

    private static final Questionnaire BUILT_IN =
            load("/questionnaires/individual-screening.1.json");

    private Questionnaires() {}

    /** Every version of every questionnaire, by id and version. */
    public static List<Questionnaire> all(Register register) {
        TreeSet<String> ids = new TreeSet<>(register.questionnaires().keySet());
        ids.add(DEFAULT);
        return ids.stream().flatMap(id -> versions(register, id)).toList();
    }

    /** The versions that wait for a second human, the oldest request first. */
    public static List<QuestionnaireRequest> waiting(Register register) {
        return register.questionnaireRequests().values().stream()
                .sorted(
                        Comparator.comparing(QuestionnaireRequest::requestedAt)
                                .thenComparing(QuestionnaireRequest::requestId))
                .toList();
    }

    public static Optional<Questionnaire> find(Register register, String id, int version) {
        return versions(register, id).filter(one -> one.version() == version).findFirst();
    }

    public static Optional<Questionnaire> latest(Register register, String id) {
        return versions(register, id).reduce((_, later) -> later);
    }

    /**
     * The version that was asked at a moment, which may be told later. A tablet's clock may be
     * late: when nothing was published by then, the first version.
     */
    public static Optional<Questionnaire> latest(Register register, String id, Instant when) {
        return versions(register, id)
                .filter(one -> one.isPublishedBy(when))
                .reduce((_, later) -> later)
                .or(() -> versions(register, id).findFirst());
    }

    /**
     * What every version of a questionnaire requires no less than: the version before, the one that
     * is asked when nobody says otherwise, and the one that is packed with the software.
     */
    static List<Questionnaire> bounds(Register register, String id) {
        return Stream.of(latest(register, id), latest(register, DEFAULT), Optional.of(BUILT_IN))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /**
     * A version as it would have been published at the moment of an interview. In a log from before
     * the rule another id, and the default one itself, may require nothing: each requires as much
     * as the one that is packed with the software.
     */
    public static Publication asked(Register register, Questionnaire one, Instant when) {
        return new Publication(
                Stream.of(latest(register, DEFAULT, when), Optional.of(BUILT_IN))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList(),
                one.questions());
    }

    /**
     * What somebody is to be asked whose screening nobody opened: the default one, or the one that
     * is packed with the software where an older log emptied the default one. It requires
     * something.
     */
    public static Questionnaire unopened(Register register) {
        return latest(register, DEFAULT)
                .filter(one ->
                        new AsksNoLess()
                                .objection(new Publication(List.of(BUILT_IN), one.questions()))
                                .isEmpty())
                .orElse(BUILT_IN);
    }

    private static Stream<Questionnaire> versions(Register register, String id) {
        return Stream.concat(
                id.equals(DEFAULT) ? Stream.of(BUILT_IN) : Stream.empty(),
                register.questionnaires().getOrDefault(id, TreePVector.empty()).stream());
    }

    private static Questionnaire load(String resource) {
        try (InputStream json = Questionnaires.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return EventCodec.read(json.readAllBytes(), Questionnaire.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
