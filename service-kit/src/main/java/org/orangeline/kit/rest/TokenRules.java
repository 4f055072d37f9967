package org.orangeline.kit.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.wiring.KitConfig;
import org.orangeline.runtime.Actor;

/**
 * What a token has to be besides signed, by the one issuer, for this audience and not run out: of a
 * known type, issued in the past, and not revoked.
 *
 * @param types values of the header {@code typ}, in lower case; a token without one is refused
 * @param subjectClaim says who it is, within the issuer
 * @param firstIssuer whose subjects are recorded without their issuer
 * @param skew how much the issuer's clock may be ahead
 */
public record TokenRules(
        Set<String> types,
        String subjectClaim,
        String firstIssuer,
        Duration skew,
        InstantSource clock,
        RevokedTokens revoked) {

    /** OpenID Connect: at most 255 ASCII characters; it stands in every record. */
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEDIA_TYPE = "application/";

    public TokenRules {
        types = Set.copyOf(types);
    }

    /** With the service's own settings; {@link TokenCheck} sees to issuer and audience. */
    static TokenRules of(JWTAuthContextInfo settings, KitConfig.Tokens config) {
        return new TokenRules(
                config.types().stream()
                        .map(type -> type.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                config.subject(),
                config.firstIssuer().orElse(settings.getIssuedBy()),
                skew(settings),
                InstantSource.system(),
                new RevokedTokens(config.revoked().orElse(null)));
    }

    /** As it is set; of 0 the library makes its own 60 seconds. */
    static Duration skew(JWTAuthContextInfo settings) {
        boolean none =
                ConfigProvider.getConfig()
                        .getOptionalValue("mp.jwt.verify.clock.skew", Integer.class)
                        .filter(seconds -> seconds == 0)
                        .isPresent();
        return none ? Duration.ZERO : Duration.ofSeconds(settings.getClockSkew());
    }

    /**
     * @throws ParseException when it is not kept
     */
    void check(JsonWebToken token) throws ParseException {
        if (!types.contains(type(token.getRawToken()))) {
            throw new ParseException("a token of another type");
        }
        if (token.getClaim("iat") == null
                || token.getIssuedAtTime() > clock.instant().plus(skew).getEpochSecond()) {
            throw new ParseException("a token that is not issued yet");
        }
        // Where no skew is set the library allows for one.
        if (token.getExpirationTime() <= clock.instant().minus(skew).getEpochSecond()) {
            throw new ParseException("a token that has run out");
        }
        String subject = subject(token);
        if (revoked.isRevoked(
                subject == null ? "" : subject, token.getIssuedAtTime(), token.getTokenID())) {
            throw new ParseException("a token that was revoked");
        }
    }

    /** Who it is for; null when it does not say so. */
    @Nullable String subject(JsonWebToken token) {
        return switch ((Object) token.getClaim(subjectClaim)) {
            case jakarta.json.JsonString json -> json.getString();
            case String text -> text;
            case null, default -> null;
        };
    }

    /**
     * The id that is recorded: the subject, and its issuer unless that is the first one. Null when
     * the token does not say who it is, or says it so that it would read as another issuer's.
     */
    @Nullable String id(JsonWebToken token) {
        String subject = subject(token);
        if (subject == null
                || !SUBJECT.matcher(subject).matches()
                || Actor.readsAsForeign(subject)) {
            return null;
        }
        String issuer = token.getIssuer();
        return issuer.equals(firstIssuer) ? subject : Actor.foreign(issuer, subject);
    }

    private static String type(String raw) throws ParseException {
        try {
            String header = raw.substring(0, raw.indexOf('.'));
            String type =
                    JSON.readTree(Base64.getUrlDecoder().decode(header))
                            .path("typ")
                            .asText()
                            .toLowerCase(Locale.ROOT);
            return type.startsWith(MEDIA_TYPE) ? type.substring(MEDIA_TYPE.length()) : type;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ParseException("a token without a header");
        }
    }
}
