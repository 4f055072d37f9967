package org.orangeline.intake;

import static org.orangeline.intake.Given.OP;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.DeviceKey;
import org.orangeline.intake.DeviceCommand.EnrolDevice;
import org.orangeline.intake.DeviceCommand.InviteDevice;
import org.orangeline.intake.DeviceCommand.RevokeDevice;

/** Tablets that are invited, guess, enrol and are revoked in any order. */
final class DeviceMoves {

    private DeviceMoves() {}

    static IntakeCommand any(Random random, String tablet) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 ->
                    new InviteDevice(
                            OP, tablet, "east", code(random), Duration.ofDays(random.nextInt(60)));
            case 3 -> new RevokeDevice(OP, tablet, Confidential.of("lost"));
            default ->
                    new EnrolDevice(
                            OP,
                            tablet,
                            List.of(code(random)),
                            new DeviceKey("OKP", "Ed25519", "x".repeat(43)));
        };
    }

    private static String code(Random random) {
        return (random.nextBoolean() ? "0a" : "0b").repeat(32);
    }
}
