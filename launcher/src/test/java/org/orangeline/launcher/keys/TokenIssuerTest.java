package org.orangeline.launcher.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.launcher.LaunchException;

class TokenIssuerTest {
    @TempDir Path folder;

    @Test
    void a_token_is_signed_and_says_who_may_do_what() throws Exception {
        LocalKeys keys = LocalKeys.in(folder.resolve("keys"));
        String[] parts =
                new TokenIssuer(keys.issuer())
                        .issue(
                                TokenRequest.human(
                                        "Amal Haddad",
                                        "baghuz-2019",
                                        Role.SCREENING_OFFICER,
                                        Role.APPROVER))
                        .split("\\.");

        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(publicKey(keys.issuerPublicFile()));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();

        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("iss").asText()).isEqualTo("https://orangeline.local");
        assertThat(claims.path("sub").asText()).startsWith("amal-haddad-");
        assertThat(claims.path("groups").toString())
                .isEqualTo("[\"approver\",\"screening-officer\"]");
        assertThat(claims.path("operations").toString()).isEqualTo("[\"baghuz-2019\"]");
        assertThat(claims.path("kind").asText()).isEqualTo("human");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(43_200);
    }

    @Test
    void a_name_in_any_script_is_one_subject_of_its_own() {
        assertThat(Subjects.of("أمل حداد"))
                .startsWith("officer-")
                .isEqualTo(Subjects.of("أمل حداد"));
        assertThat(Subjects.of("أمل حداد")).isNotEqualTo(Subjects.of("أمل حدار"));
        assertThat(Subjects.of("Åsa Lindström")).startsWith("asa-lindstrom-");
        assertThat(Subjects.of("A\u030Asa")).isEqualTo(Subjects.of("\u00C5sa"));
    }

    @Test
    void keys_are_made_once_and_for_their_owner_only() throws Exception {
        LocalKeys keys = LocalKeys.in(folder.resolve("keys"));
        String deployment = Files.readString(keys.deploymentKeyFile());
        LocalKeys again = LocalKeys.in(folder.resolve("keys"));

        assertThat(again.issuer()).isEqualTo(keys.issuer());
        assertThat(Files.readString(again.deploymentKeyFile())).isEqualTo(deployment);
        assertThat(Base64.getDecoder().decode(deployment.lines().findFirst().orElseThrow()))
                .hasSize(32);
        assertThat(rights(folder.resolve("keys"))).isEqualTo("rwx------");
        assertThat(rights(keys.deploymentKeyFile())).isEqualTo("rw-------");
    }

    @Test
    void a_broken_key_is_one_readable_line() throws Exception {
        Files.writeString(folder.resolve("issuer-private.pem"), "not a key");

        assertThatThrownBy(() -> LocalKeys.in(folder))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(folder.toString());
    }

    private static String rights(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static PublicKey publicKey(Path pem) throws Exception {
        String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
