package org.orangeline.runtime;

import java.util.Map;

/** A state with events of which only few may learn that they are there. */
public interface HidesEvents {

    /** How many, by id of the service whose events they are. A position leaves them out. */
    Map<String, Long> hiddenEvents();
}
