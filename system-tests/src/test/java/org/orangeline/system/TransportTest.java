package org.orangeline.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Certificates;
import org.orangeline.launcher.stack.ServiceProcess;

/** Beyond this machine there is TLS, or no service. */
class TransportTest {

    private static final Call CALL = Call.get("operations/nobody/plan");

    private static final int REFUSED = 1;

    /** The request comes with the end of the handshake, or after it. */
    private static final int FIRST_REQUESTS = 20;

    @TempDir static Path folder;
    private static RunningSystem system;

    @BeforeAll
    static void start() {
        system = RunningSystem.prepareSecured(folder.resolve("var"), 4);
        system.stack().startBroker();
        system.startServices();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @ParameterizedTest
    @CsvSource({
        "INTAKE, QUARKUS_HTTP_HOST, 0.0.0.0, ORANGELINE_TLS_CERTIFICATE",
        "SCREENING, QUARKUS_HTTP_HOST, 0.0.0.0, ORANGELINE_TLS_CERTIFICATE",
        "PLACEMENT, QUARKUS_HTTP_HOST, 0.0.0.0, ORANGELINE_TLS_CERTIFICATE",
        "INTAKE, QUARKUS_MANAGEMENT_HOST, 0.0.0.0, ORANGELINE_TLS_CERTIFICATE",
        "INTAKE, KAFKA_SECURITY_PROTOCOL, SASL_PLAINTEXT, KAFKA_SECURITY_PROTOCOL",
        "SCREENING, ORANGELINE_ADDRESS, http://192.0.2.7:8081, is not https",
        "PLACEMENT, MP_JWT_VERIFY_PUBLICKEY_LOCATION, http://192.0.2.7/jwks, is not https",
        "SCREENING, MP_JWT_VERIFY_AUDIENCES, '', MP_JWT_VERIFY_AUDIENCES must be set",
    })
    void a_service_that_would_speak_in_the_clear_ends_with_one_line_that_says_what_to_set(
            Service service, String variable, String value, String said) {
        Map<String, String> environment = new HashMap<>();
        environment.put(variable, value);
        if (variable.startsWith("KAFKA")) {
            environment.put("KAFKA_BOOTSTRAP_SERVERS", "192.0.2.7:9092");
        }
        ServiceProcess process = system.stack().startAnother(service, environment);

        assertThat(process.awaitExit(Eventually.LIMIT)).as(process.tail()).isEqualTo(REFUSED);
        assertThat(process.tail().lines().filter(line -> line.contains(said)))
                .singleElement()
                .asString()
                .startsWith(service.id() + " does not start: ");
        assertThat(process.tail()).doesNotContain("Exception", "Listening on");
    }

    @Test
    void the_gateway_refuses_as_well() throws IOException, InterruptedException {
        ProcessBuilder gateway =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        system.stack()
                                .settings()
                                .root()
                                .resolve("agency-gateway/target/quarkus-app/quarkus-run.jar")
                                .toString());
        gateway.environment().put("QUARKUS_HTTP_HOST", "0.0.0.0");
        gateway.environment().put("QUARKUS_HTTP_PORT", "0");
        gateway.environment().put("ORANGELINE_GATEWAY_KEYS", "none");
        gateway.environment().put("ORANGELINE_GATEWAY_AGREEMENTS", "none");
        gateway.environment().put("ORANGELINE_GATEWAY_SIGNERS", "none");
        gateway.environment().put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", "none");
        Process process = gateway.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(REFUSED);
        assertThat(said).contains("agency-gateway does not start: ", "ORANGELINE_TLS_CERTIFICATE");
    }

    @Test
    void a_proxy_that_ends_tls_in_front_is_said_out_loud() {
        ServiceProcess behind =
                system.another(
                        Service.PLACEMENT,
                        Map.of(
                                "QUARKUS_HTTP_HOST", "0.0.0.0",
                                "ORANGELINE_TLS_ENDED_BEFORE", "true"));
        assertThat(behind.health().ready()).isTrue();
        behind.stop();
    }

    private static boolean isReady(Api api) {
        return api.attempt(Call.get("q/health/ready"))
                .filter(answer -> answer.status() == 200)
                .isPresent();
    }

    @Test
    void with_a_certificate_it_answers_everybody_over_tls_and_passes_commands_on_over_tls() {
        Map<String, String> tls = tls();
        system.process(Service.INTAKE).stop();
        SSLContext trusting = Certificates.trusting(keys().resolve("tls").resolve("ca.pem"));
        List<Api> instances = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ServiceProcess instance = system.stack().startAnother(Service.INTAKE, tls);
            instances.add(
                    new Api(
                            URI.create("https://localhost:" + instance.address().getPort()),
                            trusting));
            Eventually.holds("it is ready over https", () -> isReady(instances.getLast()));
            // The same ports have nothing to say to who comes without TLS, or trusts others.
            assertThat(isReady(new Api(instance.address()))).isFalse();
            assertThat(new Api(instance.address()).attempt(CALL)).isEmpty();
            URI secured = URI.create("https://localhost:" + instance.address().getPort());
            assertThat(isReady(new Api(secured))).isFalse();
            assertThat(new Api(secured).attempt(CALL)).isEmpty();
            assertThat(
                            instances
                                    .getLast()
                                    .settle(CALL)
                                    .expect(401)
                                    .header("Strict-Transport-Security"))
                    .isEqualTo("max-age=31536000");
        }

        // Also of the first request after the handshake both lengths are seen.
        for (int i = 0; i < FIRST_REQUESTS; i++) {
            assertThat(bothLengths(trusting, instances.getLast()))
                    .startsWith("HTTP/1.1 400")
                    .contains("in one way only");
        }

        // Operations lie in all partitions, so that either has to pass some commands on.
        for (int i = 0; i < 8; i++) {
            Emergency emergency = Emergency.openedThrough(instances.get(i % 2), system, "over-tls");
            UUID person = UUID.randomUUID();
            instances
                    .get((i + 1) % 2)
                    .settle(emergency.arrival(person, People.man("SYR")))
                    .expect(201);
        }
    }

    private static String bothLengths(SSLContext trusting, Api instance) {
        try (Socket socket =
                trusting.getSocketFactory()
                        .createSocket(InetAddress.getLoopbackAddress(), instance.port())) {
            socket.setSoTimeout((int) Eventually.LIMIT.toMillis());
            socket.getOutputStream()
                    .write(
                            ("POST /operations/any/devices/tablet-1/challenge HTTP/1.1\r\nHost: x\r\n"
                                            + "Content-Type: application/json\r\n"
                                            + "Content-Length: 70\r\n"
                                            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                    .getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void verify_reaches_a_stack_elsewhere_and_makes_its_checkpoints(@TempDir Path outside) {
        ServiceProcess intake = system.stack().startAnother(Service.INTAKE, tls());
        URI address = URI.create("https://localhost:" + intake.address().getPort());
        Api api = new Api(address, Certificates.trusting(keys().resolve("tls").resolve("ca.pem")));
        Eventually.holds("it is ready over https", () -> isReady(api));
        Emergency emergency = Emergency.openedThrough(api, system, "elsewhere");
        api.settle(emergency.arrival(UUID.randomUUID(), People.man("SYR"))).expect(201);
        Path checkpoint = outside.resolve("now.jws");

        Launched made = verify(outside, address, "--rules", "--checkpoint", checkpoint.toString());
        assertThat(made.exitCode()).as(made.said()).isZero();
        assertThat(checkpoint).exists();
        assertThat(made.said())
                .contains("checkpoint: " + checkpoint, "sound")
                .doesNotContain("WRONG");

        Launched compared =
                verify(
                        outside,
                        address,
                        "--against",
                        checkpoint.toString(),
                        "--signer",
                        keys().resolve("checkpoints-public.pem").toString());
        assertThat(compared.exitCode()).as(compared.said()).isZero();

        Launched unknown =
                verify(outside, address, "--broker-config", outside.resolve("none").toString());
        assertThat(unknown.exitCode()).as(unknown.said()).isEqualTo(2);
        intake.stop();
    }

    private static Launched verify(Path folder, URI intake, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "verify",
                                "--bootstrap",
                                system.stack().broker().bootstrap(),
                                "--keys",
                                keys().toString(),
                                "--service",
                                "intake-service=" + intake));
        for (Service other : List.of(Service.SCREENING, Service.PLACEMENT)) {
            arguments.add("--service");
            arguments.add(other.id() + "=" + system.process(other).address());
        }
        arguments.addAll(List.of(more));
        return Launched.run(folder, arguments.toArray(String[]::new));
    }

    private static Map<String, String> tls() {
        Certificates certificates = Certificates.in(keys().resolve("tls"), List.of(), List.of());
        Map<String, String> tls = new HashMap<>();
        tls.put("QUARKUS_HTTP_HOST", "0.0.0.0");
        tls.put(
                "ORANGELINE_TLS_CERTIFICATE",
                certificates.certificate("intake-service").toString());
        tls.put("ORANGELINE_TLS_KEY", certificates.key("intake-service").toString());
        tls.put("ORANGELINE_TLS_TRUST", certificates.authority().toString());
        return tls;
    }

    private static Path keys() {
        return system.stack().keys().folder();
    }
}
