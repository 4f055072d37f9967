package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifiedTokensTest {

    private static final String ISSUER = "https://issuer.example";
    private static final KeyPair KEY = pair();
    private static final KeyPair OTHER_KEY = pair();
    private static final int FEW = 3;

    private final JWTAuthContextInfo settings =
            new JWTAuthContextInfo((RSAPublicKey) KEY.getPublic(), ISSUER);
    private final Instant begin = Instant.now();
    private Instant now = begin;
    private int parsed;
    private final AtomicLong nanos = new AtomicLong();
    @TempDir private static Path folder;
    private final Path revoked = folder.resolve(UUID.randomUUID().toString());
    private final VerifiedTokens<String> tokens =
            new VerifiedTokens<>(
                    new DefaultJWTParser(settings),
                    () -> now,
                    Duration.ZERO,
                    FEW,
                    new TokenRules(
                            Set.of("jwt"),
                            "sub",
                            ISSUER,
                            Duration.ofSeconds(30),
                            () -> begin,
                            new RevokedTokens(written(revoked, ""), nanos::get)),
                    this::subject);

    private static Path written(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_token_that_was_verified_before_is_not_known_once_it_is_revoked() throws ParseException {
        String token = token("amira", KEY, Duration.ofHours(1));
        assertThat(tokens.verify(token)).isPresent();
        assertThat(tokens.known(token)).isPresent();
        Path unused = written(revoked, "sub amira\n");
        nanos.addAndGet(RevokedTokens.LOOK.toNanos());
        assertThat(tokens.known(token)).isEmpty();
        refused(token);
    }

    private Optional<String> subject(JsonWebToken token) {
        parsed++;
        return Optional.ofNullable(token.getSubject());
    }

    @Test
    void a_verified_token_is_known_for_a_minute() throws ParseException {
        String token = token("amira", KEY, Duration.ofHours(1));
        assertThat(tokens.known(token)).isEmpty();
        assertThat(tokens.verify(token)).contains("amira");
        assertThat(tokens.known(token)).contains("amira");
        assertThat(parsed).isEqualTo(1);
        now = begin.plus(VerifiedTokens.GOOD_FOR).plusSeconds(1);
        assertThat(tokens.known(token)).isEmpty();
        assertThat(tokens.size()).isZero();
    }

    @Test
    void an_expired_token_is_not_known_although_it_was_verified() throws ParseException {
        String token = token("amira", KEY, Duration.ofSeconds(20));
        assertThat(tokens.verify(token)).isPresent();
        now = begin.plusSeconds(21);
        assertThat(tokens.known(token)).isEmpty();
        // Whoever still holds the parsed one cannot bring it back.
        assertThat(tokens.verify(token)).isPresent();
        assertThat(tokens.known(token)).isEmpty();
    }

    @Test
    void a_token_with_another_signature_or_other_claims_is_another_token() throws ParseException {
        String token = token("amira", KEY, Duration.ofHours(1));
        assertThat(tokens.verify(token)).isPresent();
        int at = token.lastIndexOf('.') + 10;
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        String altered = token.substring(0, at) + other + token.substring(at + 1);
        String claims = token("eve", KEY, Duration.ofHours(1)).split("\\.")[1];
        String[] parts = token.split("\\.");
        String swapped = parts[0] + "." + claims + "." + parts[2];
        for (String forged : new String[] {altered, swapped, parts[0] + "." + parts[1] + "."}) {
            assertThat(tokens.known(forged)).isEmpty();
            refused(forged);
            assertThat(tokens.known(forged)).isEmpty();
        }
    }

    @Test
    void a_token_of_another_key_or_issuer_is_refused_and_not_remembered() {
        refused(token("amira", OTHER_KEY, Duration.ofHours(1)));
        refused(
                Jwt.issuer("https://elsewhere.example")
                        .subject("amira")
                        .expiresIn(Duration.ofHours(1))
                        .sign(KEY.getPrivate()));
        assertThat(tokens.size()).isZero();
    }

    @Test
    void when_the_issuer_changes_its_key_old_tokens_end_within_a_minute() throws ParseException {
        String token = token("amira", KEY, Duration.ofHours(1));
        assertThat(tokens.verify(token)).isPresent();
        settings.setPublicVerificationKey(OTHER_KEY.getPublic());
        now = begin.plus(VerifiedTokens.GOOD_FOR);
        assertThat(tokens.known(token)).isEmpty();
        refused(token);
        assertThat(tokens.known(token)).isEmpty();
    }

    @Test
    void however_many_tokens_there_are_only_so_many_are_remembered() throws ParseException {
        for (int i = 0; i < 4 * FEW; i++) {
            assertThat(tokens.verify(token("officer-" + i, KEY, Duration.ofHours(1)))).isPresent();
            assertThat(tokens.size()).isBetween(1, FEW);
        }
    }

    @Test
    void a_token_that_does_not_say_what_is_needed_is_not_remembered() throws ParseException {
        String nameless =
                Jwt.issuer(ISSUER)
                        .upn("amira")
                        .expiresIn(Duration.ofHours(1))
                        .sign(KEY.getPrivate());
        assertThat(tokens.verify(nameless)).isEmpty();
        assertThat(tokens.size()).isZero();
    }

    @Test
    void the_token_is_what_follows_the_scheme() {
        assertThat(VerifiedTokens.bearer("Bearer abc")).isEqualTo("abc");
        assertThat(VerifiedTokens.bearer("bearer abc")).isEqualTo("abc");
        assertThat(VerifiedTokens.bearer("Basic abc")).isNull();
        assertThat(VerifiedTokens.bearer("Bearer ")).isNull();
        assertThat(VerifiedTokens.bearer(null)).isNull();
    }

    private void refused(String token) {
        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(ParseException.class);
    }

    private static String token(String subject, KeyPair key, Duration life) {
        return Jwt.issuer(ISSUER).subject(subject).expiresIn(life).sign(key.getPrivate());
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }
}
