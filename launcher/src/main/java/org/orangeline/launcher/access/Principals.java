package org.orangeline.launcher.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.orangeline.events.Service;

/** Who logs in at a secured broker, beside the broker and its admin. */
public final class Principals {
    /** The module, process and principal of the gateway for agencies. */
    public static final String GATEWAY = "agency-gateway";

    /** Reads the log for {@code ./orangeline verify}. */
    public static final String VERIFY = "verify";

    private Principals() {}

    /** The servers of a deployment, each with a certificate of its own. */
    public static List<String> services() {
        List<String> services =
                new ArrayList<>(Arrays.stream(Service.values()).map(Service::id).toList());
        services.add(GATEWAY);
        return services;
    }

    /**
     * The principal of an agency. No service has a dot in its name, so that no agency can be called
     * like one; and the dot at the end of what it may read ends its own name.
     */
    public static String ofAgency(String agency) {
        return "agency." + agency;
    }

    /** All of them. */
    public static List<String> all(Collection<String> agencies) {
        List<String> all = services();
        all.add(VERIFY);
        agencies.forEach(agency -> all.add(ofAgency(agency)));
        return all;
    }
}
