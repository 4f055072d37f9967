package org.orangeline.placement.facilities;

/**
 * How full a facility or section is.
 *
 * @param reserved places that are ordered and not yet taken
 * @param present people inside, those included who are away for a time
 * @param absent people whose place is kept while they are away
 */
public record Occupancy(int reserved, int present, int absent) {

    static final Occupancy NONE = new Occupancy(0, 0, 0);

    /** Somebody who is to come. */
    public static final Occupancy RESERVED = new Occupancy(1, 0, 0);

    /** Somebody who is inside. */
    public static final Occupancy PRESENT = new Occupancy(0, 1, 0);

    /** Somebody who is away, whose place is kept. */
    public static final Occupancy ABSENT = new Occupancy(0, 1, 1);

    Occupancy plus(Occupancy more) {
        return new Occupancy(
                reserved + more.reserved, present + more.present, absent + more.absent);
    }

    public Occupancy negated() {
        return new Occupancy(-reserved, -present, -absent);
    }

    int taken() {
        return reserved + present;
    }
}
