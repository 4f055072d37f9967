package org.orangeline.placement.facilities;

/**
 * Places of a facility or section.
 *
 * @param working places that are ready for use
 * @param certified places that the authority allows; never fewer than the working ones
 * @param blocked working places that are out of use for now
 */
public record Capacity(int working, int certified, int blocked) {

    /** As registered: all that is ready is certified, nothing is blocked. */
    static Capacity of(int working) {
        return new Capacity(working, working, 0);
    }

    /** Whether the numbers can be meant. */
    public boolean isPlausible() {
        return blocked >= 0 && blocked <= working && working <= certified;
    }

    /** What orders may fill (rule P1). */
    public int usable() {
        return working - blocked;
    }
}
