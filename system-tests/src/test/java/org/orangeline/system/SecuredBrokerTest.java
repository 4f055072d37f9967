package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.Rows;
import org.orangeline.agreement.Times;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.launcher.access.Access;
import org.orangeline.launcher.access.AgreementsInForce;
import org.orangeline.launcher.keys.KafkaAccounts;
import org.orangeline.launcher.keys.LocalKeys;
import org.orangeline.runtime.log.LogClients;

/** Everybody tries everything at a secured broker; {@link WhoMay} says what must come of it. */
class SecuredBrokerTest {

    @TempDir static Path folder;
    private static RunningSystem system;
    private static final List<String> TOPICS = topics();

    @BeforeAll
    static void start() throws Exception {
        system = RunningSystem.prepareSecured(folder.resolve("var"), 1);
        agreement("north", "2099-01-01T00:00:00Z");
        agreement("north-east", "2099-01-01T00:00:00Z");
        agreement("ended", "2020-01-01T00:00:00Z");
        system.stack().startBroker();
        try (Admin admin = system.clients("admin").admin();
                var writer =
                        new KafkaProducer<>(
                                Map.<String, Object>copyOf(system.clients("admin").common()),
                                new StringSerializer(),
                                new ByteArraySerializer())) {
            admin.createTopics(
                            TOPICS.stream().map(name -> new NewTopic(name, 1, (short) 1)).toList())
                    .all()
                    .get();
            for (String topic : TOPICS) {
                writer.send(new ProducerRecord<>(topic, "k", new byte[1])).get();
            }
        }
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private static void agreement(String agency, String until) {
        ObjectNode agreement = AgreementForm.of(agency, "any").put("validTo", until);
        agreement.set("events", AgreementForm.fields("PersonArrived", "/sex"));
        AgreementForm.put(system, agreement);
    }

    static Stream<String> everybody() {
        return Stream.of(WhoMay.SERVICES, List.of("agency-gateway", "verify"), WhoMay.AGENCIES)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everybody_does_with_every_topic_what_the_rule_says_and_nothing_else(String who) {
        try (Intruder intruder = new Intruder(system.clients(who))) {
            for (Attempt attempt : Attempt.values()) {
                Map<String, Boolean> expected = new TreeMap<>();
                TOPICS.forEach(topic -> expected.put(topic, WhoMay.topic(who, attempt, topic)));

                assertThat(intruder.tries(attempt, TOPICS))
                        .as(who + " tries to " + attempt)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everybody_uses_its_own_groups_and_transactional_ids_only(String who) {
        List<String> groups = new ArrayList<>(WhoMay.SERVICES);
        WhoMay.AGENCIES.forEach(agency -> groups.addAll(List.of(agency + ".reader", agency)));
        groups.addAll(
                List.of("agency-gateway", "verify", "console-1", "agency.", "agency.south.x"));
        List<String> ids = new ArrayList<>();
        WhoMay.SERVICES.forEach(service -> ids.addAll(List.of(service + "-p0", service + "-x")));
        WhoMay.AGENCIES.forEach(agency -> ids.add(agency + ".x"));
        ids.addAll(List.of("agency-gateway", "agency-gateway-2", "verify", "x"));
        String readable =
                TOPICS.stream()
                        .filter(topic -> WhoMay.topic(who, Attempt.READ, topic))
                        .findFirst()
                        .orElseThrow();
        try (Intruder intruder = new Intruder(system.clients(who))) {
            for (String group : groups) {
                assertThat(intruder.joins(group, readable))
                        .as(who + " in group " + group)
                        .isEqualTo(WhoMay.group(who, group));
            }
            for (String id : ids) {
                assertThat(intruder.fences(id))
                        .as(who + " as " + id)
                        .isEqualTo(WhoMay.transaction(who, id));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void nobody_administers_the_broker_but_its_admin(String who) {
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
        Map<String, Function<Admin, KafkaFuture<?>>> calls =
                Map.of(
                        "read what is granted",
                        admin -> admin.describeAcls(AclBindingFilter.ANY).values(),
                        "take grants away",
                        admin -> admin.deleteAcls(List.of(AclBindingFilter.ANY)).all(),
                        "read who is known",
                        admin -> admin.describeUserScramCredentials().users(),
                        "read the broker's settings",
                        admin -> admin.describeConfigs(List.of(broker)).all(),
                        "end a group",
                        admin -> admin.deleteConsumerGroups(List.of("somebody")).all(),
                        "read the features",
                        admin -> admin.describeMetadataQuorum().quorumInfo());
        try (Intruder intruder = new Intruder(system.clients(who))) {
            calls.forEach((what, call) ->
                    assertThat(intruder.administers(call)).as(who + ": " + what).isFalse());
        }
        try (Intruder admin = new Intruder(system.clients("admin"))) {
            assertThat(admin.administers(Objects.requireNonNull(calls.get("read what is granted"))))
                    .isTrue();
        }
    }

    @Test
    void who_is_not_known_does_not_get_in() {
        Map<String, String> intake = system.clients("intake-service").common();
        String jaas = Objects.requireNonNull(intake.get("sasl.jaas.config"));
        Map<String, Map<String, String>> others = new HashMap<>();
        others.put("a wrong password", with(intake, "sasl.jaas.config", wrong(jaas)));
        others.put(
                "somebody else's password",
                with(intake, "sasl.jaas.config", jaas.replace("intake-service", "agency.north")));
        others.put(
                "a name that nobody has",
                with(intake, "sasl.jaas.config", jaas.replace("intake-service", "nobody")));
        others.put(
                "an agency whose agreement has ended",
                with(intake, "sasl.jaas.config", jaas.replace("intake-service", "agency.ended")));
        others.put(
                "a service by the broker's own mechanism",
                with(
                        with(intake, "sasl.mechanism", "PLAIN"),
                        "sasl.jaas.config",
                        jaas.replace("scram.Scram", "plain.Plain")));
        String admin =
                Objects.requireNonNull(system.clients("admin").common().get("sasl.jaas.config"));
        others.put(
                "the admin with a wrong password",
                with(with(intake, "sasl.mechanism", "PLAIN"), "sasl.jaas.config", wrong(admin)));
        others.forEach((who, client) ->
                assertThatThrownBy(() -> names(client))
                        .as(who)
                        .rootCause()
                        .isInstanceOf(AuthenticationException.class));

        for (String protocol : List.of("PLAINTEXT", "SSL", "SASL_PLAINTEXT")) {
            assertThatThrownBy(() -> names(with(intake, "security.protocol", protocol)))
                    .as(protocol)
                    .isInstanceOf(Exception.class);
        }
        Map<String, String> atController = with(intake, "bootstrap.controllers", controller());
        atController.remove("bootstrap.servers");
        assertThatThrownBy(() -> cluster(atController))
                .rootCause()
                .isInstanceOf(AuthenticationException.class);
    }

    private static String controller() {
        return "127.0.0.1:" + system.stack().settings().ports().controller();
    }

    private static String wrong(String jaas) {
        return jaas.replaceAll("password=\"[^\"]*\"", "password=\"guessed\"");
    }

    private static Map<String, String> with(Map<String, String> client, String name, String value) {
        Map<String, String> changed = new HashMap<>(client);
        changed.put(name, value);
        return changed;
    }

    private static Collection<String> names(Map<String, String> client) throws Exception {
        try (Admin admin = new LogClients(client).admin()) {
            return admin.listTopics().names().get(20, TimeUnit.SECONDS);
        }
    }

    /** As the container that watches the agreements does. */
    @Test
    void who_keeps_the_grants_needs_the_admins_password_and_no_other(@TempDir Path folder)
            throws Exception {
        LocalKeys keys = system.stack().keys();
        Files.copy(
                keys.folder().resolve("kafka/admin.properties"),
                folder.resolve("admin.properties"));
        KafkaAccounts admin = KafkaAccounts.in(folder);
        String bootstrap = system.stack().broker().bootstrap();
        AgreementsInForce inForce =
                AgreementsInForce.of(
                        system.stack().agreements().folder(),
                        keys.agreementSignersFile(),
                        Instant.now());
        Access.Granted granted = Access.apply(bootstrap, admin, inForce, Duration.ofMinutes(1));
        assertThat(granted.withoutAccount()).isEmpty();
        assertThat(granted.agencies()).isNotEmpty().isEqualTo(inForce.agencies());
        for (String who : everybody().toList()) {
            assertThat(cluster(system.clients(who).common())).as(who).isNotEmpty();
        }

        // Nobody told the broker a password of this agency.
        List<Agreement> both = new ArrayList<>(inForce.agreements());
        both.add(west());
        Access.Granted without =
                Access.apply(
                        bootstrap,
                        admin,
                        new AgreementsInForce(both, inForce.later()),
                        Duration.ofMinutes(1));
        assertThat(without.withoutAccount()).containsExactly("west");
        assertThat(without.agencies()).isEqualTo(inForce.agencies());
    }

    private static Agreement west() {
        return new Agreement(
                "west",
                1,
                "west",
                "a test",
                "a test",
                Instant.parse("2019-01-01T00:00:00Z"),
                Instant.parse("2099-01-01T00:00:00Z"),
                new Rows(List.of("any"), false, List.of(), List.of()),
                Times.DAY,
                false,
                false,
                false,
                false,
                Map.of());
    }

    private static String cluster(Map<String, String> client) throws Exception {
        try (Admin admin = new LogClients(client).admin()) {
            return admin.describeCluster().clusterId().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void an_account_that_was_not_granted_anything_is_not_made() {
        Path kafka = system.stack().keys().folder().resolve("kafka");
        assertThat(kafka.resolve("agency.north.properties")).exists();
        assertThat(kafka.resolve("agency.ended.properties")).doesNotExist();
        assertThat(KafkaAccounts.read(kafka.resolve("agency.north.properties")))
                .containsEntry("security.protocol", "SASL_SSL");
    }

    private static List<String> topics() {
        List<String> topics =
                new ArrayList<>(EventTypes.all().stream().map(EventType::topic).toList());
        for (String service : WhoMay.SERVICES) {
            WhoMay.INTERNAL.forEach(name -> topics.add(service + "." + name));
            topics.add(service + ".made-up");
        }
        for (String agency : List.of("agency.north", "agency.north-east", "agency.south")) {
            topics.addAll(List.of(agency + ".PersonArrived", agency + ".ErasureNotice"));
        }
        topics.addAll(
                List.of(
                        "agency-gateway.order",
                        "agency-gateway.positions",
                        "agency-gateway.acknowledgements",
                        "agency.nort",
                        "orangeline.deployment",
                        "MadeUp"));
        return topics;
    }
}
