package org.orangeline.placement.orders;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.knowledge.Cause;

/**
 * What a placement breaks, and what humans have settled (rule P14).
 *
 * @param all open and settled ones
 */
public record Questions(List<Question> all) {

    static final Questions NONE = new Questions(List.of());

    public Questions {
        all = List.copyOf(all);
    }

    /** What is open, without what a merge put in question which was undone. */
    public Stream<Question> open(Predicate<UUID> mergeStands) {
        return all.stream()
                .filter(Question::isOpen)
                .filter(question ->
                        question.mergeId() == null || mergeStands.test(question.mergeId()));
    }

    List<String> rules(Predicate<UUID> mergeStands) {
        return open(mergeStands).map(Question::rule).distinct().sorted().toList();
    }

    /** Whether a rule was settled by humans who knew all of these. */
    public boolean isSettled(String rule, Collection<Cause> causes) {
        return all.stream()
                .filter(question -> question.rule().equals(rule))
                .map(Question::settledKnowing)
                .anyMatch(knowing ->
                        knowing != null && causes.stream().allMatch(it -> it.isKnown(knowing)));
    }

    /** Rules are broken; what is open for the same reason already counts from its beginning. */
    public Questions raise(List<String> rules, @Nullable UUID mergeId, Started raised) {
        return new Questions(
                Stream.concat(
                                all.stream()
                                        .filter(old -> old.isOpen() || !rules.contains(old.rule())),
                                rules.stream()
                                        .distinct()
                                        .filter(rule ->
                                                all.stream()
                                                        .noneMatch(
                                                                old -> old.isOpen(rule, mergeId)))
                                        .map(rule -> Question.open(rule, raised, mergeId)))
                        .toList());
    }

    /**
     * @param knowing up to where the other services' events were known
     */
    public Questions settle(List<String> rules, Map<String, Long> knowing) {
        return change(rules, question -> question.settled(knowing));
    }

    /** A first human says that they are settled. */
    public Questions request(List<String> rules, String by) {
        return change(rules, question -> question.requested(by));
    }

    /** It was reported that one was not closed in time. */
    public Questions overdue(String rule, String startedBy) {
        return change(
                List.of(rule),
                question ->
                        question.raised().eventId().equals(startedBy)
                                ? question.overdue()
                                : question);
    }

    /** The rules are kept again: nothing is left to ask. */
    public Questions keepAgain(List<String> rules) {
        return new Questions(
                all.stream()
                        .filter(question -> !question.isOpen() || !rules.contains(question.rule()))
                        .toList());
    }

    private Questions change(List<String> rules, UnaryOperator<Question> change) {
        return new Questions(
                all.stream()
                        .map(question ->
                                question.isOpen() && rules.contains(question.rule())
                                        ? change.apply(question)
                                        : question)
                        .toList());
    }
}
