package org.orangeline.screening.lines;

/**
 * What passed in an hour.
 *
 * @param assigned how many got their first line
 * @param concluded how many findings were approved
 */
public record Flow(int assigned, int concluded) {

    public static final Flow NONE = new Flow(0, 0);
    public static final Flow ASSIGNED = new Flow(1, 0);
    public static final Flow CONCLUDED = new Flow(0, 1);

    public Flow and(Flow other) {
        return new Flow(assigned + other.assigned, concluded + other.concluded);
    }
}
