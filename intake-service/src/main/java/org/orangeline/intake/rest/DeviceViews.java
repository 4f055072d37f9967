package org.orangeline.intake.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Opener;
import org.orangeline.events.intake.DeviceInvited;
import org.orangeline.events.model.DeviceKey;
import org.orangeline.intake.devices.Enrolment;
import org.orangeline.kit.batch.DeviceClock;
import org.orangeline.kit.rest.Says;
import org.orangeline.kit.rest.TabletTime;

/** What is said to and about tablets. */
final class DeviceViews {

    static final String INVITATION =
            """
            {"deviceId":"tablet-3","receptionPoint":"baghuz-east","hours":24}\
            """;

    static final String ENROLMENT =
            """
            {"code":"7K2M-QX4T-9B1C-ZR8H-5WVA","publicKey":{"kty":"OKP","crv":"Ed25519",\
            "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}\
            """;

    static final String REVOCATION =
            """
            {"reason":"left behind when the east gate was cleared"}\
            """;

    static final String CHALLENGE =
            """
            {"use":"TOKEN"}\
            """;

    static final String ASSERTION =
            """
            {"assertion":"eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ0YWJsZXQtMyJ9.c2lnbmVkLWJ5LXRoZS10YWJsZXQ"}\
            """;

    private static final int MOST_HOURS = 168;

    private DeviceViews() {}

    /**
     * @param hours how long the code is good
     */
    @Schema(name = "DeviceInvitation")
    public record Invite(
            @NotNull @Pattern(regexp = ArrivalRequest.SLUG, message = "must be a slug")
                    String deviceId,
            @NotNull @Pattern(regexp = ArrivalRequest.SLUG, message = "must be a slug")
                    String receptionPoint,
            @NotNull @Min(1) @Max(MOST_HOURS) Integer hours) {}

    /**
     * @param code to be typed; null when it was shown before
     * @param picture the QR code that holds operation, tablet and code, in base64; null with it
     * @param pictureType media type of the picture
     */
    @Schema(name = "DeviceInvited")
    public record Invited(
            String deviceId,
            String receptionPoint,
            Instant expiresAt,
            @Nullable String code,
            @Nullable String picture,
            @Nullable String pictureType) {

        static Invited now(String operation, DeviceInvited event, String code) {
            // Slugs, letters and digits: nothing in it has to be escaped.
            String text =
                    "{\"operation\":\"%s\",\"deviceId\":\"%s\",\"code\":\"%s\"}"
                            .formatted(operation, event.deviceId(), code);
            return new Invited(
                    event.deviceId(),
                    event.receptionPoint(),
                    event.expiresAt(),
                    code,
                    Base64.getEncoder()
                            .encodeToString(QrPicture.of(text).getBytes(StandardCharsets.UTF_8)),
                    QrPicture.MEDIA_TYPE);
        }

        static Invited again(DeviceInvited event) {
            return new Invited(
                    event.deviceId(), event.receptionPoint(), event.expiresAt(), null, null, null);
        }
    }

    /** A JSON Web Key (RFC 8037), its three members and no other. */
    @Schema(name = "DevicePublicKey")
    public record Jwk(
            @NotNull @Pattern(regexp = "OKP", message = "must be OKP") String kty,
            @NotNull @Pattern(regexp = "Ed25519", message = "must be Ed25519") String crv,
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{43}", message = "must be 32 bytes")
                    String x) {

        DeviceKey key() {
            return new DeviceKey(kty, crv, x);
        }
    }

    /**
     * @param code upper or lower case, with dashes or without
     */
    @Schema(name = "DeviceEnrolment")
    public record Enrol(
            @NotNull @Says(max = 40, oneLine = true) String code, @NotNull @Valid Jwk publicKey) {}

    /** It can show who it is from now on. */
    @Schema(name = "DeviceEnrolled")
    public record Enrolled(String deviceId) {}

    /** Why. */
    @Schema(name = "DeviceRevocation")
    public record Revoke(@NotNull @Says(max = 2000) String reason) {}

    /**
     * @param use what is to be shown with it
     */
    @Schema(name = "DeviceChallengeRequest")
    public record Ask(@NotNull Use use) {}

    /** What a challenge is for. */
    @Schema(name = "DeviceChallengeUse")
    public enum Use {
        /** For a token. */
        TOKEN
    }

    /**
     * @param nonce to be signed
     * @param audience to be signed with it
     * @param expiresInSeconds from now on; no clock of the tablet is needed
     */
    @Schema(name = "DeviceChallenge")
    public record Asked(String nonce, String audience, long expiresInSeconds) {}

    /**
     * @param assertion a JWS in compact form
     */
    @Schema(name = "DeviceAssertion")
    public record Asserted(
            @NotNull
                    @Size(max = 8192)
                    @Pattern(
                            regexp = "[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+",
                            message = "must be a JWS in compact form")
                    String assertion) {}

    /**
     * @param token for the header {@code Device-Token} of uploads, in every service
     * @param revoked whether what it uploads is kept for a human
     */
    @Schema(name = "DeviceTokenIssued")
    public record Issued(
            String token, long expiresInSeconds, String receptionPoint, boolean revoked) {}

    /**
     * A tablet in the list.
     *
     * @param codeExpiresAt of its last code, while it has not enrolled
     * @param clockOffSeconds how far its clock was ahead of the server's at its last item
     * @param clockFlagged whether that is more than a day, or it writes another calendar, other
     *     digits or no time; nothing is reckoned with it
     * @param clockCalendar to which it is set, where it does not write ISO 8601
     */
    @Schema(name = "Device")
    public record Line(
            String deviceId,
            String receptionPoint,
            Enrolment.State state,
            Instant invitedAt,
            @Nullable Instant codeExpiresAt,
            @Nullable Instant enrolledAt,
            @Nullable String revokedBy,
            @Nullable Instant revokedAt,
            @Nullable String reason,
            @Nullable Long clockOffSeconds,
            boolean clockFlagged,
            TabletTime.@Nullable Calendar clockCalendar) {

        static Line of(Enrolment device, Optional<DeviceClock> clock, @Nullable Opener keys) {
            Enrolment.Revocation revoked = device.revocation();
            return new Line(
                    device.deviceId(),
                    device.receptionPoint(),
                    device.state(),
                    device.invitedAt(),
                    device.state() == Enrolment.State.INVITED ? device.expiresAt() : null,
                    device.enrolledAt(),
                    revoked == null ? null : revoked.by(),
                    revoked == null ? null : revoked.at(),
                    revoked == null || keys == null
                            ? null
                            : EventCodec.open(revoked.reason(), String.class, keys).orElse(null),
                    clock.map(DeviceClock::offSeconds).orElse(null),
                    clock.map(DeviceClock::flagged).orElse(false),
                    clock.map(DeviceClock::calendar).orElse(null));
        }
    }
}
