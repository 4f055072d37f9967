package org.orangeline.bench.load;

/** Where callers get their requests from, and to whom they report; used by many threads. */
public interface Calls {
    /**
     * The next request.
     *
     * @param intendedNanos when it should be sent, as {@link System#nanoTime()}
     */
    Call next(long intendedNanos);

    /** An answer came. */
    default void answered(Call call, int status, byte[] body) {}

    /** The same request again and again, for ceilings. */
    static Calls same(byte[] request) {
        Call call = new Call("", request);
        return intendedNanos -> call;
    }

    /**
     * A request.
     *
     * @param id the person that it is about; empty when nobody needs it
     * @param bytes the whole HTTP request
     */
    @SuppressWarnings("ArrayRecordComponent") // Made once, sent once, compared with nothing.
    record Call(String id, byte[] bytes) {}
}
