package org.orangeline.runtime;

import java.time.Duration;

/** Every limit of the machine, with its number and its reason. */
public final class Limits {

    /** Commands of one transaction: bounds what one failed commit throws back. */
    public static final int COMMANDS_PER_TRANSACTION = 1_000;

    /** Commands that wait for one partition; more are told to come back. */
    public static final int QUEUED_COMMANDS = 20_000;

    /** Bytes of content of the commands that wait for one partition; more are told to come back. */
    public static final long QUEUED_COMMAND_BYTES = 64L << 20;

    /** Bytes of replayed records that wait for one partition; then its reader waits. */
    public static final long QUEUED_BYTES = 64L << 20;

    /** Batches of replayed records that wait for one partition; then its reader waits. */
    public static final int QUEUED_BATCHES = 64;

    /** Records of one topic that a merge holds back before it pauses that topic. */
    public static final int MERGE_BUFFER = 2_000;

    /**
     * How often a reader compares itself with the ends of the log, for what no notice announced.
     */
    public static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    /** Bytes of one event's value; Kafka's default for a request is 1 MiB. */
    public static final int EVENT_BYTES = 512 * 1024;

    /** Subjects whose reactions are asked between two commits. */
    public static final int REACTIONS_PER_TURN = 500;

    /** Repeated commands that are answered with one pass over the log: bounds what it holds. */
    public static final int LOOKUPS_PER_READ = 1_000;

    /** Reads of the past that fold the log at the same time; more are told to come back. */
    public static final int LOOKS_BACK_AT_ONCE = 4;

    /** How long a caller waits for the log to say what became of a commit that failed. */
    public static final Duration UNSETTLED = Duration.ofSeconds(5);

    /** How often a follower asks where its log ends. */
    public static final Duration HEAR_EVERY = Duration.ofSeconds(1);

    /**
     * Looks at the ends, each {@link #LOOK_EVERY}, after which a sequence that others wait for
     * counts as missing, unless a transaction is still open. One look is not enough: a commit shows
     * in one topic before the other.
     */
    public static final int LOOKS_BEFORE_A_HOLE = 5;

    /** After so long without the next sequence an upstream service's log is a problem to report. */
    public static final Duration UPSTREAM_GAP = Duration.ofSeconds(30);

    /** Kafka's limit for a transaction: an orphan holds back readers no longer than this. */
    public static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(10);

    /** How long a Kafka call of a writer may block before its outcome counts as unknown. */
    public static final Duration WRITER_BLOCK = Duration.ofSeconds(10);

    /**
     * Who has not heard where its log ends for so long may have stood still, and does not say that
     * something is not there. Less than the shortest session after which another instance takes
     * over, by a heartbeat: the session counts from the last one before the pause.
     */
    public static final Duration UNSURE_AFTER = HEAR_EVERY.multipliedBy(3);

    /** A machine whose clock differs more from the broker's leads nothing. */
    public static final Duration CLOCK_OFF = Duration.ofMinutes(5);

    /** A clock that jumps further, against the time that has passed, is compared again. */
    public static final Duration CLOCK_JUMP = Duration.ofSeconds(30);

    /** How long the first question to a key service that does not answer may hold up others. */
    public static final Duration KEY_PATIENCE = Duration.ofSeconds(1);

    /** After so long a reaction that failed is asked again. */
    public static final Duration REACTION_RETRY = Duration.ofSeconds(5);

    /**
     * A command is refused when what other services recorded was not known to be complete for so
     * long: a finding or an age that protects somebody may not have come.
     */
    public static final Duration UPSTREAM_STALE_AFTER = Duration.ofSeconds(30);

    /** A read is refused when the view has not heard from the broker for so long. */
    public static final Duration STALE_AFTER = Duration.ofSeconds(20);

    private Limits() {}
}
