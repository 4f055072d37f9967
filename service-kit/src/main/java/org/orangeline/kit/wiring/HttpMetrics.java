package org.orangeline.kit.wiring;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * HTTP metrics by the template of the call. A path that matches no call is the caller's own text:
 * it could hold anything, and there could be any number of them.
 */
public class HttpMetrics {

    private static final String NO_CALL = "none of the calls";

    @Produces
    @Singleton
    MeterFilter templatesOnly() {
        return MeterFilter.replaceTagValues(
                "uri",
                uri ->
                        uri.contains("{") && !uri.contains("%") || uri.equals("/operations")
                                ? uri
                                : NO_CALL);
    }
}
