package org.orangeline.kit.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * What is asked for is what the call can give, or nothing is done: a parameter that it does not
 * know would be a filter that filters nothing, and a media type that it does not have would fail
 * only once the answer is written. Behind the access filter, before anything costs something.
 */
public class AskedFilter {

    private static final int AFTER_ACCESS = Priorities.USER + 1;

    private final RawRequest raw;

    AskedFilter(RawRequest raw) {
        this.raw = raw;
    }

    /**
     * @throws ProblemException 400 for a parameter or a purpose that says nothing here, 406
     */
    @ServerRequestFilter(priority = AFTER_ACCESS)
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        List<String> offered = offered(method);
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        requireKnown(query, method, offered);
        Purpose.require(raw);
        Optional<String> format = Optional.ofNullable(query.getFirst(Csv.FORMAT));
        List<String> accept = raw.headers(HttpHeaders.ACCEPT);
        if (offered.isEmpty() || (format.isEmpty() && accept.isEmpty())) {
            return;
        }
        String chosen =
                format.map(told -> typeOf(told, offered))
                        .orElseGet(() ->
                                Accepted.of(accept)
                                        .best(offered)
                                        .orElseThrow(() -> notAcceptable(offered)));
        // The one type that was chosen replaces the header: whatever reads it later agrees.
        raw.accept(chosen);
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, chosen);
    }

    private static void requireKnown(
            Map<String, List<String>> query, Method method, List<String> offered) {
        if (query.isEmpty()) {
            return;
        }
        TreeSet<String> known = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam named = parameter.getAnnotation(QueryParam.class);
            if (named != null) {
                known.add(named.value());
            }
        }
        if (offered.contains(MediaType.APPLICATION_JSON)) {
            known.add(Csv.FORMAT);
        }
        if (offered.contains(Csv.MEDIA_TYPE)) {
            known.add(Csv.SEPARATOR);
        }
        boolean past = knowsThePast(method);
        if (past) {
            known.add(Reads.AS_OF);
        }
        if (query.containsKey(Reads.AS_OF) && !past) {
            throw ProblemException.badRequest(
                    Reads.AS_OF + " is not for this call: it knows the present only.");
        }
        if (!known.containsAll(query.keySet())) {
            // What was sent is not repeated.
            throw ProblemException.badRequest(
                    known.isEmpty()
                            ? "This call takes no parameters in its address."
                            : "There is a parameter that this call does not know; it knows "
                                    + String.join(", ", known)
                                    + ".");
        }
        query.forEach((name, values) -> {
            if (values.size() > 1) {
                throw ProblemException.badRequest(name + " is given twice.");
            }
            // A cursor that is empty asks for the first page.
            if (values.isEmpty() || (values.getFirst().isEmpty() && !name.equals("cursor"))) {
                throw ProblemException.badRequest(name + " is empty.");
            }
        });
    }

    private static boolean knowsThePast(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path != null
                && path.value().startsWith(AskedDocument.OF_OPERATIONS)
                && (method.isAnnotationPresent(GET.class) || path.value().endsWith("/search"))
                && !method.isAnnotationPresent(PresentOnly.class);
    }

    private static List<String> offered(Method method) {
        Produces produces = method.getAnnotation(Produces.class);
        if (produces == null) {
            produces = method.getDeclaringClass().getAnnotation(Produces.class);
        }
        return produces == null
                ? List.of()
                : List.of(produces.value()).stream()
                        .filter(type -> !type.equals(Problem.MEDIA_TYPE))
                        .toList();
    }

    private static String typeOf(String format, List<String> offered) {
        boolean table = offered.contains(Csv.MEDIA_TYPE);
        if (table && format.equals("csv")) {
            return Csv.MEDIA_TYPE;
        }
        if (format.equals("json")) {
            return MediaType.APPLICATION_JSON;
        }
        throw ProblemException.badRequest(
                table
                        ? Csv.FORMAT + " must be csv or json."
                        : Csv.FORMAT + " must be json: this call is no list.");
    }

    private static ProblemException notAcceptable(List<String> offered) {
        return new ProblemException(
                Problem.of(
                        406,
                        "not-acceptable",
                        "Not acceptable",
                        "This call answers as " + String.join(" or ", offered) + "."));
    }
}
