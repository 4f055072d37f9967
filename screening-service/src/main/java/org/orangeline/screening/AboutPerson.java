package org.orangeline.screening;

import java.util.Set;
import java.util.UUID;
import org.orangeline.runtime.Command;

/** A command about one person (rule S1). */
public interface AboutPerson extends Command {

    UUID personId();

    @Override
    default Set<String> subjects() {
        return Set.of(personId().toString());
    }
}
