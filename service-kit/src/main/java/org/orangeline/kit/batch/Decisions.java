package org.orangeline.kit.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.orangeline.kit.rest.Access;

/**
 * The calls of this service with which a human decides (rule S6), by their {@link Access}: an item
 * with such a call is decided at once or rejected, never kept.
 */
@ApplicationScoped
public class Decisions {

    private static final String WITHIN = "/operations/{op}/";

    private final BeanManager beans;
    private volatile List<Call> calls = List.of();

    Decisions(BeanManager beans) {
        this.beans = beans;
    }

    boolean isOne(Item item) {
        return isOne(calls(), item.method(), item.path());
    }

    static boolean isOne(List<Call> calls, String method, String path) {
        List<String> steps = List.of(path.split("/", -1));
        return calls.stream().anyMatch(call -> call.is(method, steps));
    }

    private List<Call> calls() {
        if (calls.isEmpty()) {
            calls =
                    beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                            .flatMap(bean -> of(bean.getBeanClass()))
                            .distinct()
                            .toList();
        }
        return calls;
    }

    /** The decisions among a resource's calls. */
    static Stream<Call> of(Class<?> resource) {
        return Arrays.stream(resource.getMethods()).flatMap(Decisions::of);
    }

    private static Stream<Call> of(Method method) {
        Access access = method.getAnnotation(Access.class);
        Path path = method.getAnnotation(Path.class);
        return access != null && access.decides() && path != null && path.value().startsWith(WITHIN)
                ? Arrays.stream(method.getAnnotations())
                        .map(Annotation::annotationType)
                        .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
                        .map(verb -> Call.of(verb.value(), path.value()))
                : Stream.empty();
    }

    /**
     * @param steps of the path below the operation; one in braces may be anything
     */
    record Call(String method, List<String> steps) {

        Call {
            steps = List.copyOf(steps);
        }

        private static Call of(String method, String path) {
            return new Call(method, List.of(path.substring(WITHIN.length()).split("/", -1)));
        }

        private boolean is(String how, List<String> path) {
            if (!method.equals(how) || steps.size() != path.size()) {
                return false;
            }
            for (int i = 0; i < steps.size(); i++) {
                if (!steps.get(i).startsWith("{") && !steps.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
