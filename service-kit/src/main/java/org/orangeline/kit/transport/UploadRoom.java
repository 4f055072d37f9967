package org.orangeline.kit.transport;

import java.util.concurrent.Semaphore;

/** The share of the heap that uploads being answered have together. */
final class UploadRoom {

    private static final int HEAP_SHARE = 4;
    private static final int KIB = 1024;

    private final int mostKib;
    private final Semaphore room;

    /**
     * @param most bytes of one upload
     */
    UploadRoom(long most) {
        this.mostKib = (int) (most / KIB);
        long heap = Runtime.getRuntime().maxMemory() / HEAP_SHARE / KIB;
        this.room = new Semaphore((int) Math.min(Integer.MAX_VALUE, Math.max(mostKib, heap)));
    }

    /** What one upload has of it. */
    Place place() {
        return new Place();
    }

    /** Begins with nothing. */
    final class Place {

        private int taken;
        private boolean given;

        private Place() {}

        /**
         * Takes what is lacking.
         *
         * @param bytes that the upload needs in all; more than one may have counts as that
         * @return false when there is not so much room
         */
        synchronized boolean reach(long bytes) {
            int kib = (int) Math.min(mostKib, bytes / KIB + 1);
            if (given || !room.tryAcquire(Math.max(0, kib - taken))) {
                return false;
            }
            taken = Math.max(taken, kib);
            return true;
        }

        /** Once, however often it is called. */
        synchronized void giveBack() {
            given = true;
            room.release(taken);
            taken = 0;
        }
    }
}
