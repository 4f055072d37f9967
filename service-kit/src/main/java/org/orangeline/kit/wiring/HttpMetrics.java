package org.orangeline.kit.wiring;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * HTTP metrics by the template of the call and by its method. A path that matches no call, and a
 * method that HTTP does not know, are the caller's own text: it could hold anything, there could be
 * any number of them, and no token is needed to send one.
 */
public class HttpMetrics {

    private static final String NO_CALL = "none of the calls";
    private static final String NO_METHOD = "none of the methods";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Produces
    @Singleton
    MeterFilter templatesOnly(BeanManager beans) {
        Supplier<Set<String>> templates = new Once(beans);
        return MeterFilter.replaceTagValues(
                "uri", uri -> templates.get().contains(uri) ? uri : NO_CALL);
    }

    @Produces
    @Singleton
    MeterFilter knownMethodsOnly() {
        return MeterFilter.replaceTagValues(
                "method", method -> METHODS.contains(method) ? method : NO_METHOD);
    }

    /** Every template that a resource names; asked for when the first request is measured. */
    private static final class Once implements Supplier<Set<String>> {

        private final BeanManager beans;
        private volatile @Nullable Set<String> templates;

        Once(BeanManager beans) {
            this.beans = beans;
        }

        @Override
        public Set<String> get() {
            Set<String> found = templates;
            if (found == null) {
                found =
                        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                                .map(Bean::getBeanClass)
                                .distinct()
                                .flatMap(Once::of)
                                .collect(Collectors.toCollection(HashSet::new));
                templates = found;
            }
            return found;
        }

        private static Stream<String> of(Class<?> resource) {
            Path root = resource.getAnnotation(Path.class);
            if (root == null) {
                return Stream.empty();
            }
            return Stream.of(resource.getMethods())
                    .map(method -> template(root, method))
                    .distinct();
        }

        private static String template(Path root, Method method) {
            Path own = method.getAnnotation(Path.class);
            String path = "/" + root.value() + "/" + (own == null ? "" : own.value());
            String plain = path.replaceAll("/+", "/");
            return plain.length() > 1 && plain.endsWith("/")
                    ? plain.substring(0, plain.length() - 1)
                    : plain;
        }
    }
}
