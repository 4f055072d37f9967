package org.orangeline.kit.audit;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.AccessFilter;
import org.orangeline.kit.rest.Caller;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Purpose;
import org.orangeline.kit.rest.RawRequest;
import org.orangeline.kit.rest.Reads;
import org.orangeline.kit.rest.Role;

/**
 * No answer about a person leaves before it is written down who got it; nor does the refusal of an
 * agency's question who somebody is.
 */
public class ReadAuditFilter {

    private static final Logger LOG = Logger.getLogger("org.orangeline.audit");
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String PERSON = "id";
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final ReadAudit audit;
    private final ReadingBudget budget;
    private final RefusalBudget refusals;
    private final CurrentCaller current;
    private final RawRequest raw;
    private final Disclosure disclosure;
    private final Clock clock;

    ReadAuditFilter(
            ReadAudit audit,
            ReadingBudget budget,
            RefusalBudget refusals,
            CurrentCaller current,
            RawRequest raw,
            Disclosure disclosure,
            Clock clock) {
        this.audit = audit;
        this.budget = budget;
        this.refusals = refusals;
        this.current = current;
        this.raw = raw;
        this.disclosure = disclosure;
        this.clock = clock;
    }

    /** Null when nothing is to be written: the answer then leaves without a detour. */
    @ServerResponseFilter
    @Priority(Priorities.USER)
    public @Nullable Uni<Void> write(
            ContainerRequestContext request,
            ContainerResponseContext response,
            ResourceInfo resource) {
        Optional<PersonsRead> read = read(request, response, resource);
        if (read.isEmpty()) {
            return null;
        }
        return audit.write(read.get())
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.errorf("a read was refused, since it cannot be audited: %s", failure);
                    Problem problem =
                            ProblemException.unavailable("Reads cannot be audited now.").problem();
                    response.setStatus(problem.status());
                    response.setEntity(problem, null, MediaType.valueOf(Problem.MEDIA_TYPE));
                    return Uni.createFrom().voidItem();
                });
    }

    private Optional<PersonsRead> read(
            ContainerRequestContext request,
            ContainerResponseContext response,
            ResourceInfo resource) {
        var parameters = request.getUriInfo().getPathParameters();
        String operation = parameters.getFirst(AccessFilter.OPERATION);
        Optional<Disclosure.Refusal> refused = disclosure.refused();
        if (operation != null && refused.isPresent()) {
            return Optional.of(entry(operation, call(request, resource), refused.get()));
        }
        Optional<Disclosure.ToAnAgency> disclosed = disclosure.disclosed();
        if (operation != null && disclosed.isPresent() && response.getStatus() == 200) {
            return Optional.of(entry(operation, call(request, resource), disclosed.get()));
        }
        // By the call that was matched: how its path was spelt changes nothing. What a command
        // answers about those whom it names stands in the log, with who made it.
        String template = template(resource);
        boolean reads = READING.contains(request.getMethod()) || template.endsWith("/search");
        if (operation == null
                || response.getStatus() != 200
                || response.getEntity() == null
                || !reads) {
            return Optional.empty();
        }
        boolean whole = response.getEntity() instanceof Csv.Table<?>;
        TreeSet<String> persons = new TreeSet<>();
        String person = parameters.getFirst(PERSON);
        if (person != null && template.contains("/persons/{" + PERSON + "}")) {
            // Whoever asks in capitals has read the same person.
            persons.add(PathId.canonical(person));
        }
        PersonIds.in(response.getEntity(), persons);
        Export export =
                whole || persons.size() > Export.LARGE
                        ? new Export(
                                UUID.randomUUID(), persons.size(), asked(request, resource), 0, 1)
                        : null;
        return persons.isEmpty()
                ? Optional.empty()
                : Optional.of(entry(operation, call(request, resource), persons, whole, export));
    }

    private PersonsRead entry(String operation, String call, Disclosure.ToAnAgency to) {
        Caller caller = current.get();
        Instant now = clock.instant();
        List<String> persons = List.of(to.person().toString());
        return new PersonsRead(
                now,
                caller.actor().text(),
                roles(caller),
                operation,
                call,
                to.purpose(),
                null,
                to.agency(),
                to.agreement(),
                to.reason(),
                persons,
                false,
                null,
                budget.spend(caller.actor().text(), persons, now),
                null,
                null);
    }

    private PersonsRead entry(String operation, String call, Disclosure.Refusal refused) {
        Caller caller = current.get();
        Instant now = clock.instant();
        UUID person = refused.person();
        return new PersonsRead(
                now,
                caller.actor().text(),
                roles(caller),
                operation,
                call,
                refused.purpose(),
                null,
                refused.agency(),
                refused.agreement(),
                refused.reason(),
                person == null ? List.of() : List.of(person.toString()),
                false,
                null,
                refusals.spend(caller.actor().text(), refused.why(), now),
                refused.asked(),
                refused.why());
    }

    private PersonsRead entry(
            String operation,
            String call,
            TreeSet<String> persons,
            boolean whole,
            @Nullable Export export) {
        Caller caller = current.get();
        Instant now = clock.instant();
        return new PersonsRead(
                now,
                caller.actor().text(),
                roles(caller),
                operation,
                call,
                Purpose.of(raw).orElse(null),
                null,
                null,
                null,
                null,
                List.copyOf(persons),
                whole,
                export,
                budget.spend(caller.actor().text(), persons, now),
                null,
                null);
    }

    private static List<String> roles(Caller caller) {
        return caller.roles().stream().map(Role::id).sorted().toList();
    }

    private static String call(ContainerRequestContext request, ResourceInfo resource) {
        return request.getMethod() + " " + template(resource);
    }

    // Their names only, and only those that the call knows: both are nobody's data.
    private static List<String> asked(ContainerRequestContext request, ResourceInfo resource) {
        Set<String> given = request.getUriInfo().getQueryParameters().keySet();
        return Stream.concat(
                        Stream.of(resource.getResourceMethod().getParameters())
                                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                                .filter(Objects::nonNull)
                                .map(QueryParam::value),
                        Stream.of(Reads.AS_OF))
                .filter(given::contains)
                .sorted()
                .toList();
    }

    // Empty when no call was matched.
    private static String template(ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        Path path = method == null ? null : method.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }
}
