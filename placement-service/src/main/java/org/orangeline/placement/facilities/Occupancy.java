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

    Occupancy plus(int moreReserved, int morePresent, int moreAbsent) {
        return new Occupancy(reserved + moreReserved, present + morePresent, absent + moreAbsent);
    }

    int taken() {
        return reserved + present;
    }
}
