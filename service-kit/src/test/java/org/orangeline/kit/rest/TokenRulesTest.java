package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenRulesTest {

    private static final String ISSUER = "https://issuer.example";
    private static final KeyPair KEY = pair();
    private static final Instant NOW = Instant.now();

    @TempDir private Path folder;

    @Test
    void the_header_says_what_kind_of_token_it_is() throws ParseException {
        TokenRules rules = rules("sub", new RevokedTokens(null));
        for (String type : new String[] {"JWT", "at+jwt", "application/AT+JWT"}) {
            rules.check(parsed(claims().jws().type(type).sign(KEY.getPrivate())));
        }
        for (String type : new String[] {"logout+jwt", "dpop+jwt", ""}) {
            refused(rules, parsed(claims().jws().type(type).sign(KEY.getPrivate())));
        }
    }

    @Test
    void a_token_is_issued_in_the_past_give_or_take_the_skew() throws ParseException {
        TokenRules rules = rules("sub", new RevokedTokens(null));
        rules.check(parsed(claims().issuedAt(NOW.plusSeconds(29)).sign(KEY.getPrivate())));
        refused(rules, parsed(claims().issuedAt(NOW.plusSeconds(32)).sign(KEY.getPrivate())));
    }

    @Test
    void who_it_is_stands_in_the_claim_that_is_set() throws ParseException {
        JsonWebToken token = parsed(claims().claim("oid", "7").sign(KEY.getPrivate()));
        assertThat(rules("sub", new RevokedTokens(null)).subject(token)).isEqualTo("amira");
        assertThat(rules("oid", new RevokedTokens(null)).subject(token)).isEqualTo("7");
        assertThat(rules("email", new RevokedTokens(null)).subject(token)).isNull();
    }

    @Test
    void the_first_issuers_subjects_are_recorded_as_they_are_and_later_ones_with_their_issuer()
            throws ParseException {
        JsonWebToken token = parsed(claims().sign(KEY.getPrivate()));
        RevokedTokens none = new RevokedTokens(null);
        assertThat(rules("sub", none).id(token)).isEqualTo("amira");
        assertThat(rules("sub", "https://first.example", none).id(token))
                .isEqualTo("{https://issuer.example}amira");
    }

    @Test
    void nobody_is_who_names_nobody_or_reads_as_another_issuers() throws ParseException {
        TokenRules rules = rules("oid", new RevokedTokens(null));
        assertThat(rules.id(parsed(claims().sign(KEY.getPrivate())))).isNull();
        for (String oid : new String[] {"", " ", "{https://other.example}amira"}) {
            assertThat(rules.id(parsed(claims().claim("oid", oid).sign(KEY.getPrivate()))))
                    .isNull();
        }
    }

    @Test
    void what_the_file_lists_is_refused_from_then_on() throws IOException {
        Path file = folder.resolve("revoked");
        AtomicLong nanos = new AtomicLong();
        RevokedTokens revoked = new RevokedTokens(file, nanos::get);
        long issued = NOW.getEpochSecond();
        // A list that was never read keeps everybody out, and one that goes away counts on.
        assertThat(revoked.isRevoked("amira", issued, "1")).isTrue();
        Files.writeString(file, "");
        nanos.addAndGet(RevokedTokens.LOOK.toNanos());
        assertThat(revoked.isRevoked("amira", issued, "1")).isFalse();
        Files.writeString(
                file,
                "# dismissed\nsub amira\nsub karim "
                        + NOW
                        + "\nsub nour soon\njti 17\nsomething else\n");
        nanos.addAndGet(RevokedTokens.LOOK.toNanos());
        assertThat(revoked.isRevoked("amira", issued, "1")).isTrue();
        assertThat(revoked.isRevoked("karim", issued - 1, "1")).isTrue();
        assertThat(revoked.isRevoked("karim", issued + 1, "1")).isFalse();
        // What is not understood keeps out rather than lets in.
        assertThat(revoked.isRevoked("nour", issued, "1")).isTrue();
        assertThat(revoked.isRevoked("dilan", issued, "17")).isTrue();
        assertThat(revoked.isRevoked("dilan", issued, null)).isFalse();
        Files.delete(file);
        nanos.addAndGet(RevokedTokens.LOOK.toNanos());
        assertThat(revoked.isRevoked("amira", issued, "1")).isTrue();
        assertThat(revoked.isRevoked("dilan", issued, null)).isFalse();
    }

    @Test
    void the_list_is_read_before_the_first_call_asks() throws IOException {
        Path file = Files.writeString(folder.resolve("read-first"), "sub amira\n");
        // Nobody looks again: the clock stands.
        RevokedTokens revoked = new RevokedTokens(file, () -> 0);
        Files.delete(file);
        long issued = NOW.getEpochSecond();
        assertThat(revoked.isRevoked("amira", issued, null)).isTrue();
        assertThat(revoked.isRevoked("karim", issued, null)).isFalse();
    }

    private TokenRules rules(String claim, RevokedTokens revoked) {
        return rules(claim, ISSUER, revoked);
    }

    private TokenRules rules(String claim, String first, RevokedTokens revoked) {
        return new TokenRules(
                Set.of("jwt", "at+jwt"), claim, first, Duration.ofSeconds(30), () -> NOW, revoked);
    }

    private static JwtClaimsBuilder claims() {
        return Jwt.issuer(ISSUER).subject("amira").issuedAt(NOW).expiresAt(NOW.plusSeconds(3_600));
    }

    private static JsonWebToken parsed(String token) throws ParseException {
        return new DefaultJWTParser(new JWTAuthContextInfo((RSAPublicKey) KEY.getPublic(), ISSUER))
                .parse(token);
    }

    private static void refused(TokenRules rules, JsonWebToken token) {
        assertThatThrownBy(() -> rules.check(token)).isInstanceOf(ParseException.class);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }
}
