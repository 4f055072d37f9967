package org.orangeline.events;

import java.util.List;

/** An event that shows in the history of others than its subject, too. */
public interface AboutOthers {

    /** Ids of the persons whose history it belongs to besides that of its subject. */
    List<String> others();
}
