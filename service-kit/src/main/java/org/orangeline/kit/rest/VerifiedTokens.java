package org.orangeline.kit.rest;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.wiring.KitConfig;

/**
 * Verifies bearer tokens, and remembers for {@link #GOOD_FOR} which ones were valid: verifying an
 * RSA signature costs more than most calls. Only the SHA-256 of a token is kept, and of the token
 * what the caller needs. A token that was refused is not remembered, so nobody without a valid
 * token can fill the memory.
 *
 * <p>A token that is revoked is refused within {@link RevokedTokens#LOOK}. When the issuer
 * withdraws a key, its tokens are refused as soon as the next verification sees the new key set,
 * {@link #GOOD_FOR} later at most.
 *
 * @param <T> what is read from a verified token
 */
public final class VerifiedTokens<T> {

    /** A valid token is verified again after this time, with the keys that count then. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(1);

    /** Tokens that are remembered at most. */
    static final int MOST = 10_000;

    private static final String SCHEME = "Bearer ";

    private final JWTParser parser;
    private final InstantSource clock;
    private final Duration skew;
    private final int most;
    private final TokenRules rules;
    private final Function<JsonWebToken, Optional<T>> read;
    private final Map<Hash, Verified<T>> verified = new ConcurrentHashMap<>();

    /**
     * @param parser verifies signature, issuer and times
     * @param clock the machine's, by which the parser measures as well
     * @param skew how long after its end the parser accepts a token
     * @param most how many tokens are remembered
     * @param rules what the parser does not look at
     * @param read what is kept of a valid token
     */
    VerifiedTokens(
            JWTParser parser,
            InstantSource clock,
            Duration skew,
            int most,
            TokenRules rules,
            Function<JsonWebToken, Optional<T>> read) {
        this.parser = parser;
        this.clock = clock;
        this.skew = skew;
        this.most = most;
        this.rules = rules;
        this.read = read;
    }

    /**
     * With the service's own settings for tokens.
     *
     * @param read what is kept of a valid token, and of the id of who it is for, if it says one
     */
    public static <T> VerifiedTokens<T> of(
            JWTParser parser,
            JWTAuthContextInfo settings,
            KitConfig config,
            BiFunction<JsonWebToken, @Nullable String, Optional<T>> read) {
        TokenRules rules = TokenRules.of(settings, config.tokens());
        int grace = settings.getExpGracePeriodSecs();
        return new VerifiedTokens<>(
                parser,
                InstantSource.system(),
                grace > 0 ? Duration.ofSeconds(grace) : TokenRules.skew(settings),
                MOST,
                rules,
                token -> read.apply(token, rules.id(token)));
    }

    /**
     * The token in an {@code Authorization} header.
     *
     * @return null when there is none
     */
    public static @Nullable String bearer(@Nullable String header) {
        if (header == null
                || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || header.length() == SCHEME.length()) {
            return null;
        }
        return header.substring(SCHEME.length()).strip();
    }

    /**
     * What a token says that was verified within {@link #GOOD_FOR} and has not expired. Never
     * blocks.
     *
     * @return empty when the token has to be verified
     */
    public Optional<T> known(String token) {
        Hash hash = Hash.of(token);
        Verified<T> known = verified.get(hash);
        if (known == null) {
            return Optional.empty();
        }
        long now = clock.millis();
        if (now >= known.until
                || now < known.since
                || known.subject != null
                        && rules.revoked()
                                .isRevoked(known.subject, known.issuedAt, known.tokenId)) {
            verified.remove(hash, known);
            return Optional.empty();
        }
        return Optional.of(known.content);
    }

    /**
     * Whether a token that was verified has been revoked since. For answers that go on for long:
     * they end within {@link RevokedTokens#LOOK} and what they take to look.
     */
    public boolean isRevoked(JsonWebToken token) {
        String subject = rules.subject(token);
        return rules.revoked()
                .isRevoked(
                        subject == null ? "" : subject,
                        token.getIssuedAtTime(),
                        token.getTokenID());
    }

    /**
     * Verifies a token. May fetch the issuer's keys.
     *
     * @return empty when the token is valid and does not say what is needed
     * @throws ParseException when it is not valid
     */
    public Optional<T> verify(String token) throws ParseException {
        JsonWebToken valid = parsed(token);
        rules.check(valid);
        Optional<T> content = read.apply(valid);
        content.ifPresent(said -> remember(token, said, valid));
        return content;
    }

    // A header of a signed token may be of any shape; the parser expects some of them only.
    private JsonWebToken parsed(String token) throws ParseException {
        try {
            return parser.parse(token);
        } catch (ClassCastException | IllegalArgumentException e) {
            throw new ParseException("a header has another shape than the parser knows", e);
        }
    }

    private void remember(String token, T content, JsonWebToken valid) {
        long now = clock.millis();
        long end = Duration.ofSeconds(valid.getExpirationTime()).plus(skew).toMillis();
        if (now < end) {
            makeRoom(now);
            verified.put(
                    Hash.of(token),
                    new Verified<>(
                            content,
                            now,
                            Math.min(end, now + GOOD_FOR.toMillis()),
                            rules.subject(valid),
                            valid.getIssuedAtTime(),
                            valid.getTokenID()));
        }
    }

    // Each is verified once a minute anyway, so starting empty costs little.
    private void makeRoom(long now) {
        if (verified.size() >= most) {
            verified.values().removeIf(one -> now >= one.until);
        }
        if (verified.size() >= most) {
            verified.clear();
        }
    }

    int size() {
        return verified.size();
    }

    private record Verified<T>(
            T content,
            long since,
            long until,
            @Nullable String subject,
            long issuedAt,
            @Nullable String tokenId) {}

    /** SHA-256 of a token: who reads the memory finds no token in it. */
    private record Hash(long first, long second, long third, long fourth) {

        static Hash of(String token) {
            byte[] sha;
            try {
                sha =
                        MessageDigest.getInstance("SHA-256")
                                .digest(token.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
            ByteBuffer bytes = ByteBuffer.wrap(sha);
            return new Hash(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
        }
    }
}
