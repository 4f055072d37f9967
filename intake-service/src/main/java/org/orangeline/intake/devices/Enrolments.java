package org.orangeline.intake.devices;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.DeviceCodeRejected;
import org.orangeline.events.intake.DeviceEnrolled;
import org.orangeline.events.intake.DeviceInvited;
import org.orangeline.events.intake.DeviceRevoked;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;

/**
 * The tablets of an operation.
 *
 * @param byDevice every one, by what it is called
 */
public record Enrolments(PMap<String, Enrolment> byDevice) {

    public static final Enrolments NONE = new Enrolments(ChampMap.empty());

    public Enrolments invite(DeviceInvited event, Envelope envelope) {
        return new Enrolments(byDevice.plus(event.deviceId(), Enrolment.invited(event, envelope)));
    }

    public Enrolments enrol(DeviceEnrolled event, Envelope envelope) {
        return change(event.deviceId(), device -> device.enrolled(event, envelope));
    }

    public Enrolments guess(DeviceCodeRejected event, Envelope envelope) {
        return change(event.deviceId(), device -> device.guessed(envelope.time()));
    }

    public Enrolments revoke(DeviceRevoked event, Envelope envelope) {
        return change(event.deviceId(), device -> device.revoked(event, envelope));
    }

    public Optional<Enrolment> device(String deviceId) {
        return Optional.ofNullable(byDevice.get(deviceId));
    }

    public boolean isRevoked(String deviceId) {
        return device(deviceId).map(device -> device.revocation() != null).orElse(false);
    }

    /** By what they are called. */
    public Stream<Enrolment> all() {
        return byDevice.values().stream().sorted(Comparator.comparing(Enrolment::deviceId));
    }

    private Enrolments change(String deviceId, UnaryOperator<Enrolment> how) {
        Enrolment device =
                device(deviceId)
                        .orElseThrow(() -> new IllegalStateException("a tablet nobody invited"));
        return new Enrolments(byDevice.plus(deviceId, how.apply(device)));
    }
}
