package org.orangeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orangeline.events.Service;
import org.orangeline.launcher.stack.ServiceProcess;

/** Two instances of a service that share one partition, so one of them decides everything. */
record Pair(ServiceProcess owner, ServiceProcess other) {

    /** Starts the second instance and waits until it is clear who decides. */
    static Pair of(RunningSystem system, Service service, Map<String, String> environment) {
        ServiceProcess first = system.process(service);
        ServiceProcess second = system.another(service, environment);
        return Eventually.some(
                "one of the two decides",
                () -> {
                    boolean firstLeads = leads(first);
                    return firstLeads == leads(second)
                            ? Optional.empty()
                            : Optional.of(
                                    firstLeads ? new Pair(first, second) : new Pair(second, first));
                });
    }

    static boolean leads(ServiceProcess process) {
        return role(process).startsWith("LEADING");
    }

    /** Role and position of the partition, as the health page tells them. */
    static String role(ServiceProcess process) {
        return new Api(process.address())
                .attempt(Call.get("q/health/ready"))
                .map(Answer::json)
                .map(Pair::partition)
                .orElse("");
    }

    private static String partition(JsonNode page) {
        for (JsonNode check : page.path("checks")) {
            if (check.path("data").has("partition 0")) {
                return check.path("data").path("partition 0").asText();
            }
        }
        return "";
    }

    Api ownerApi() {
        return new Api(owner.address());
    }

    Api otherApi() {
        return new Api(other.address());
    }

    List<ServiceProcess> both() {
        return List.of(owner, other);
    }

    /** Stops the owner in the middle of whatever it does, until the other one has taken over. */
    void pauseOwnerUntilTakeover() {
        owner.pause();
        Eventually.holds("the other instance takes over", () -> leads(other));
    }

    /** Both show the same, at the same position. */
    void showTheSame(Call read) {
        Eventually.holds(
                "both instances show the same of " + read,
                () -> {
                    Optional<Answer> here = ownerApi().attempt(read);
                    Optional<Answer> there = otherApi().attempt(read);
                    return here.isPresent()
                            && there.isPresent()
                            && here.get().status() == 200
                            && here.get()
                                    .header("View-Position")
                                    .equals(there.get().header("View-Position"))
                            && here.get().body().equals(there.get().body());
                });
    }
}
