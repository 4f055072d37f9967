package org.orangeline.intake.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.orangeline.events.Confidential;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Opener;
import org.orangeline.events.model.Identity;
import org.orangeline.intake.arrival.Person;

/** Names of persons as words to compare, by operation, in this service's memory only. */
public final class NameIndex {

    private final Opener opener;
    private final NameReader reader = new NameReader();
    private final Map<String, OperationNames> operations = new ConcurrentHashMap<>();

    public NameIndex(Opener opener) {
        this.opener = opener;
    }

    OperationNames of(String operation) {
        return operations.computeIfAbsent(
                operation, id -> new OperationNames(this::read, reader::forget));
    }

    /** The words of what a caller asked for. */
    List<Word> words(String name) {
        return reader.read(name);
    }

    /** Empty when there is no identity or its key is gone. */
    private Optional<KnownNames> read(Person person) {
        Confidential<Identity> identity = person.identity();
        return identity == null
                ? Optional.empty()
                : EventCodec.open(identity, Identity.class, opener)
                        .map(open -> KnownNames.read(identity, open, reader));
    }
}
