package org.orangeline.gateway.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.orangeline.gateway.stream.Feed;
import org.orangeline.gateway.stream.Pump;

/**
 * Ready when every feed tells what was in the log at the start. An agreement that is refused is
 * named with its reason; the others' feeds go on.
 */
@Readiness
@ApplicationScoped
public class GatewayReadiness implements HealthCheck {

    private final Pump pump;
    private final AgreementsInTime agreements;

    GatewayReadiness(Pump pump, AgreementsInTime agreements) {
        this.pump = pump;
        this.agreements = agreements;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("agreements and feeds").status(pump.problem().isEmpty());
        pump.problem().ifPresent(problem -> response.withData("reason 1", problem));
        List<String> refused = new ArrayList<>(agreements.problems());
        pump.refused()
                .forEach((agreement, why) ->
                        refused.add(
                                agreement.agency()
                                        + "."
                                        + agreement.version()
                                        + ".json: "
                                        + why.text()));
        for (int i = 0; i < refused.size(); i++) {
            response.withData("refused agreement " + (i + 1), refused.get(i));
        }
        for (Feed feed : pump.feeds()) {
            response.withData("feed " + feed.agreement().id(), feed.size() + " events");
        }
        return response.build();
    }
}
