package org.orangeline.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.EventCodec;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Sealed;
import org.orangeline.events.intake.MergeRequested;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.UnmergeDeclined;
import org.orangeline.events.intake.UnmergeRequested;
import org.orangeline.events.model.Question;
import org.orangeline.events.model.QuestionKind;
import org.orangeline.events.model.Wording;
import org.orangeline.events.screening.QuestionnairePublished;
import org.orangeline.events.screening.QuestionnaireRequested;
import org.orangeline.runtime.log.LogRecord;

/** What two humans decide, in a log in which one human did. */
class ToldMomentsTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final UUID MERGE = new UUID(1, 3);
    private static final Confidential<String> WHY = Confidential.of("as told");
    private static final List<Question> QUESTIONS =
            List.of(
                    new Question(
                            "a",
                            List.of(new Wording("en", "Who are you?")),
                            QuestionKind.TEXT,
                            List.of(),
                            true));

    private final Findings findings = new Findings();
    private final ToldMoments told = new ToldMoments((_, _) -> {}, findings);

    @Test
    void S6_one_human_merges_nobody_and_takes_no_merge_back() {
        take("human:a", new MergeRequested(ONE, MERGE, OTHER, WHY));
        take("human:b", new PersonsMerged(ONE, MERGE, OTHER, WHY));
        take("human:b", new UnmergeRequested(ONE, MERGE, OTHER, WHY));
        take("human:b", new UnmergeDeclined(ONE, MERGE, OTHER, WHY));
        take("human:a", new UnmergeRequested(ONE, MERGE, OTHER, WHY));
        take("human:b", new PersonsUnmerged(ONE, MERGE, OTHER, WHY));
        assertThat(findings.shown()).isEmpty();
        take("human:a", new MergeRequested(ONE, MERGE, OTHER, WHY));
        take("human:a", new PersonsMerged(ONE, MERGE, OTHER, WHY));
        take("human:b", new UnmergeRequested(ONE, MERGE, OTHER, WHY));
        take("human:b", new PersonsUnmerged(ONE, MERGE, OTHER, WHY));
        assertThat(findings.faults()).isEqualTo(2);
        assertThat(findings.shown()).allMatch(line -> line.contains("S6: one human merged"));
    }

    @Test
    void merges_of_older_logs_were_made_by_one_human() {
        take("human:a", new PersonsMerged(ONE, MERGE, OTHER, WHY));
        take("human:a", new PersonsUnmerged(ONE, MERGE, OTHER, WHY));
        assertThat(findings.shown()).isEmpty();
        take("human:a", new MergeRequested(ONE, MERGE, OTHER, WHY));
        take("human:b", new PersonsMerged(ONE, MERGE, OTHER, WHY));
        assertThat(findings.shown()).isEmpty();
        take("human:a", new PersonsMerged(ONE, new UUID(1, 4), OTHER, WHY));
        assertThat(findings.shown()).singleElement().asString().contains("S6: one human merged");
    }

    @Test
    void S6_a_machine_merges_nobody() {
        take("machine:a", new PersonsMerged(ONE, MERGE, OTHER, WHY));
        assertThat(findings.shown()).singleElement().asString().contains("S6: a machine decided");
    }

    @Test
    void S1_one_human_publishes_no_questionnaire() {
        take("human:a", new QuestionnairePublished("of-before", 1, QUESTIONS));
        take("human:a", new QuestionnaireRequested(ONE, "gate", 1, QUESTIONS));
        take("human:b", new QuestionnairePublished("gate", 1, QUESTIONS));
        assertThat(findings.shown()).isEmpty();
        take("human:a", new QuestionnaireRequested(OTHER, "gate", 2, QUESTIONS));
        take("human:a", new QuestionnairePublished("gate", 2, QUESTIONS));
        assertThat(findings.shown()).singleElement().asString().contains("S1: one human");
    }

    private void take(String actor, DomainEvent event) {
        EventType type = EventTypes.of(event);
        Envelope envelope =
                new Envelope(
                        UUID.randomUUID().toString(),
                        type.cloudEventType(),
                        type.writer().id(),
                        event.subject(),
                        Instant.parse("2019-03-01T06:00:00Z"),
                        type.dataSchema(),
                        1,
                        "baghuz-2019",
                        actor,
                        "command",
                        "command",
                        "hash",
                        "",
                        Envelope.NO_HASH);
        told.take(
                new LogRecord(
                        envelope,
                        type.topic(),
                        0,
                        0,
                        event.subject(),
                        EventCodec.encode(
                                event,
                                (subject, name, field, _) ->
                                        new Sealed<>(
                                                subject,
                                                name,
                                                field,
                                                new byte[12],
                                                new byte[24]))));
    }
}
