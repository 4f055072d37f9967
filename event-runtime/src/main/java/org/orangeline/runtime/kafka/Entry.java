package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Submission;

/** A submission that waits for its answer. Two entries are never equal. */
final class Entry<C extends Command> {

    private final Submission<C> submission;
    private final String contentHash;
    private final int bytes;
    private final long deadline;
    private final CompletableFuture<Verdict> answer = new CompletableFuture<>();

    /** One of the runtime's own, for which nobody waits. */
    Entry(Submission<C> submission, String contentHash) {
        this(submission, contentHash, 0, Duration.ofDays(1));
    }

    /**
     * @param contentHash keyed hash of the submission's content, taken before it was queued
     * @param bytes of the content
     * @param patience how long its caller waits
     */
    Entry(Submission<C> submission, String contentHash, int bytes, Duration patience) {
        this.submission = submission;
        this.contentHash = contentHash;
        this.bytes = bytes;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /** Its weight in the queue. */
    int bytes() {
        return bytes;
    }

    /** Whether its caller has left by now. */
    boolean isLate() {
        return System.nanoTime() - deadline > 0;
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
