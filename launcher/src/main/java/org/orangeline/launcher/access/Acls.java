package org.orangeline.launcher.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Service;
import org.orangeline.intake.IntakeModel;
import org.orangeline.placement.PlacementModel;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.kafka.ServiceTopics;
import org.orangeline.screening.ScreeningModel;

/**
 * What is granted at a secured broker, as data; everything else is denied. A service writes its own
 * topics and reads those that it learns from; the domain's topics are closed to agencies, and an
 * agency reads what the gateway wrote for it. Nobody deletes a topic or changes its settings.
 */
public final class Acls {
    private static final List<Model<?, ?, ?, ?>> MODELS =
            List.of(new IntakeModel(), new ScreeningModel(), new PlacementModel());
    private static final AclOperation[] OWN = {
        AclOperation.READ, AclOperation.WRITE, AclOperation.CREATE, AclOperation.DESCRIBE_CONFIGS
    };

    private final List<AclBinding> granted = new ArrayList<>();

    private Acls() {}

    /**
     * Everything that is granted.
     *
     * @param agencies those whose agreement is in force
     */
    public static List<AclBinding> of(Collection<String> agencies) {
        Acls acls = new Acls();
        MODELS.forEach(model -> acls.service(model.service(), model.upstream()));
        acls.gateway();
        acls.verify();
        agencies.forEach(acls::agency);
        return List.copyOf(acls.granted);
    }

    private void service(Service service, Set<Service> upstream) {
        String name = service.id();
        ServiceTopics.all(service).forEach(topic -> topic(name, topic, OWN));
        topic(name, ServiceTopics.OLD_DEPLOYMENT, AclOperation.READ);
        for (Service other : upstream) {
            // Its audit looks whether the others' topics keep what it learns from.
            ServiceTopics.events(other)
                    .forEach(topic ->
                            topic(name, topic, AclOperation.READ, AclOperation.DESCRIBE_CONFIGS));
            topic(name, ServiceTopics.order(other), AclOperation.READ);
        }
        grant(name, ResourceType.GROUP, name, PatternType.LITERAL, AclOperation.READ);
        grant(
                name,
                ResourceType.TRANSACTIONAL_ID,
                name + "-p",
                PatternType.PREFIXED,
                AclOperation.WRITE);
    }

    private void gateway() {
        String name = Principals.GATEWAY;
        domain().forEach(topic -> topic(name, topic, AclOperation.READ));
        for (Service service : Service.values()) {
            topic(name, ServiceTopics.order(service), AclOperation.READ);
        }
        for (String prefix : List.of(name + ".", "agency.")) {
            grant(
                    name,
                    ResourceType.TOPIC,
                    prefix,
                    PatternType.PREFIXED,
                    AclOperation.READ,
                    AclOperation.WRITE,
                    AclOperation.CREATE);
        }
        grant(name, ResourceType.TRANSACTIONAL_ID, name, PatternType.LITERAL, AclOperation.WRITE);
    }

    private void verify() {
        domain().forEach(topic -> topic(Principals.VERIFY, topic, AclOperation.READ));
    }

    private void agency(String agency) {
        String own = "agency." + agency + ".";
        String name = Principals.ofAgency(agency);
        grant(name, ResourceType.TOPIC, own, PatternType.PREFIXED, AclOperation.READ);
        grant(name, ResourceType.GROUP, own, PatternType.PREFIXED, AclOperation.READ);
    }

    private static List<String> domain() {
        return EventTypes.all().stream().map(EventType::topic).toList();
    }

    private void topic(String principal, String topic, AclOperation... operations) {
        grant(principal, ResourceType.TOPIC, topic, PatternType.LITERAL, operations);
    }

    // To read or to write includes to describe.
    private void grant(
            String principal,
            ResourceType type,
            String name,
            PatternType pattern,
            AclOperation... operations) {
        for (AclOperation operation : operations) {
            granted.add(
                    new AclBinding(
                            new ResourcePattern(type, name, pattern),
                            new AccessControlEntry(
                                    "User:" + principal, "*", operation, AclPermissionType.ALLOW)));
        }
    }
}
