package org.orangeline.runtime.kafka;

import java.util.concurrent.CompletableFuture;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Submission;

/** A submission that waits for its answer. Two entries are never equal. */
final class Entry<C extends Command> {

    private final Submission<C> submission;
    private final String contentHash;
    private final CompletableFuture<Verdict> answer = new CompletableFuture<>();

    /**
     * @param contentHash keyed hash of the submission's content, taken before it was queued
     */
    Entry(Submission<C> submission, String contentHash) {
        this.submission = submission;
        this.contentHash = contentHash;
    }

    Submission<C> submission() {
        return submission;
    }

    String contentHash() {
        return contentHash;
    }

    /** Completed by the partition's thread, after the commit. */
    CompletableFuture<Verdict> answer() {
        return answer;
    }
}
