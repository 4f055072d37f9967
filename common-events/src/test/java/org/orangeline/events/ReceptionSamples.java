package org.orangeline.events;

import static org.orangeline.events.Samples.OTHER_ID;
import static org.orangeline.events.Samples.PERSON;
import static org.orangeline.events.Samples.REASON;
import static org.orangeline.events.Samples.RELATIVE;
import static org.orangeline.events.Samples.SUBJECT;
import static org.orangeline.events.Samples.of;

import java.time.Instant;
import java.util.List;
import org.orangeline.events.intake.DepartureWithdrawalRequested;
import org.orangeline.events.intake.DepartureWithdrawn;
import org.orangeline.events.intake.DeviceCodeRejected;
import org.orangeline.events.intake.DeviceEnrolled;
import org.orangeline.events.intake.DeviceInvited;
import org.orangeline.events.intake.DeviceRevoked;
import org.orangeline.events.intake.EmergencyAccessErased;
import org.orangeline.events.intake.EmergencyAccessReviewed;
import org.orangeline.events.intake.EmergencyAccessTaken;
import org.orangeline.events.intake.ErasureDeclined;
import org.orangeline.events.intake.ErasureRequested;
import org.orangeline.events.intake.GroupPreRegistered;
import org.orangeline.events.intake.GroupingPlanChanged;
import org.orangeline.events.intake.IdentityErased;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.intake.NumberBlockExpired;
import org.orangeline.events.intake.NumberBlockLeased;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonReturned;
import org.orangeline.events.intake.PreRegistrationClosed;
import org.orangeline.events.intake.PropertyReceived;
import org.orangeline.events.intake.PropertyReturned;
import org.orangeline.events.intake.RegistrationWithdrawn;
import org.orangeline.events.intake.SensitiveNeedsRecorded;
import org.orangeline.events.model.Device;
import org.orangeline.events.model.DeviceKey;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.PropertyItem;
import org.orangeline.events.model.PropertyKind;
import org.orangeline.events.model.SensitiveNeeds;
import org.orangeline.events.plan.GroupingRule;

/** What happens at a reception point besides the arrivals themselves. */
final class ReceptionSamples {

    private static final String OPERATION = "baghuz-2019";
    private static final Instant AT = Instant.parse("2019-03-02T05:40:00Z");

    private ReceptionSamples() {}

    static List<IntakeEvent> full(Hiding hiding) {
        return List.of(
                new GroupingPlanChanged(
                        OPERATION,
                        IntakeSamples.plan(
                                new GroupingRule(
                                        "everyone", "MEN", List.of(), null, List.of(), List.of())),
                        of(hiding, OPERATION, GroupingPlanChanged.class, "/reason", REASON)),
                new LegalProfileChanged(
                        OPERATION,
                        IntakeSamples.profile(),
                        of(hiding, OPERATION, LegalProfileChanged.class, "/reason", REASON)),
                new GroupPreRegistered(
                        OTHER_ID,
                        "baghuz-east",
                        AT,
                        43,
                        of(hiding, OTHER_ID.toString(), GroupPreRegistered.class, "/note", REASON),
                        new Device("tablet-3", 98L, AT)),
                new PreRegistrationClosed(
                        PERSON, 43, 41, of(hiding, PreRegistrationClosed.class, "/reason", REASON)),
                new PropertyReceived(
                        PERSON,
                        OTHER_ID,
                        List.of(
                                new PropertyItem(
                                        PropertyKind.MONEY, 1, "SYP", "125000.50", item(hiding, 0)),
                                new PropertyItem(PropertyKind.PHONE, 2, null, null, null)),
                        "store-1",
                        "M-12",
                        null),
                new PropertyReturned(
                        PERSON,
                        OTHER_ID,
                        List.of(0, 1),
                        RELATIVE,
                        of(hiding, PropertyReturned.class, "/note", REASON),
                        null),
                new NumberBlockLeased(OTHER_ID, "tablet-3", 1201, 1400, AT),
                new NumberBlockExpired(OTHER_ID, "tablet-3", 37),
                new DeviceInvited(OTHER_ID, "tablet-3", "baghuz-east", "0a".repeat(32), AT),
                new DeviceEnrolled(
                        OTHER_ID,
                        "tablet-3",
                        new DeviceKey(
                                "OKP", "Ed25519", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")),
                new DeviceCodeRejected(OTHER_ID, "tablet-3"),
                new DeviceRevoked(
                        OTHER_ID,
                        "tablet-3",
                        of(hiding, OTHER_ID.toString(), DeviceRevoked.class, "/reason", REASON)),
                new ErasureRequested(
                        OTHER_ID,
                        PERSON,
                        of(hiding, OTHER_ID.toString(), ErasureRequested.class, "/reason", REASON),
                        null),
                new ErasureDeclined(
                        OTHER_ID,
                        PERSON,
                        of(hiding, OTHER_ID.toString(), ErasureDeclined.class, "/reason", REASON)),
                new EmergencyAccessTaken(
                        OTHER_ID,
                        PERSON,
                        AT,
                        of(
                                hiding,
                                OTHER_ID.toString(),
                                EmergencyAccessTaken.class,
                                "/reason",
                                REASON)),
                new EmergencyAccessReviewed(
                        OTHER_ID,
                        PERSON,
                        true,
                        of(
                                hiding,
                                OTHER_ID.toString(),
                                EmergencyAccessReviewed.class,
                                "/reason",
                                REASON)),
                new EmergencyAccessErased(OTHER_ID, PERSON, OTHER_ID),
                new IdentityErased(PERSON, OTHER_ID),
                new PersonLeft(PERSON, AT, of(hiding, PersonLeft.class, "/reason", REASON), null),
                new PersonReturned(
                        PERSON, AT, "east", of(hiding, PersonReturned.class, "/reason", REASON)),
                new SensitiveNeedsRecorded(
                        PERSON,
                        sensitive(hiding),
                        of(hiding, SensitiveNeedsRecorded.class, "/reason", REASON)),
                new DepartureWithdrawalRequested(
                        PERSON,
                        OTHER_ID,
                        DepartureWithdrawalRequested.Fact.DEATH,
                        of(hiding, DepartureWithdrawalRequested.class, "/reason", REASON)),
                new DepartureWithdrawn(
                        PERSON,
                        OTHER_ID,
                        DepartureWithdrawalRequested.Fact.DEATH,
                        DepartureWithdrawn.Standing.LEFT,
                        "officer-11"),
                new RegistrationWithdrawn(PERSON, OTHER_ID, "officer-11"),
                new PersonDied(PERSON, AT, of(hiding, PersonDied.class, "/circumstances", REASON)));
    }

    private static Confidential<SensitiveNeeds> sensitive(Hiding hiding) {
        return of(
                hiding,
                SensitiveNeedsRecorded.class,
                "/needs",
                new SensitiveNeeds(List.of(Needs.SURVIVOR), List.of(Needs.MENTAL_HEALTH)));
    }

    static List<IntakeEvent> minimal(Hiding hiding) {
        return List.of(
                new SensitiveNeedsRecorded(PERSON, sensitive(hiding), null),
                new GroupPreRegistered(OTHER_ID, "baghuz-east", AT, 1, null, null),
                new PropertyReceived(
                        PERSON,
                        OTHER_ID,
                        List.of(new PropertyItem(PropertyKind.OTHER, 1, null, null, null)),
                        "store-1",
                        null,
                        null),
                new PropertyReturned(
                        PERSON,
                        OTHER_ID,
                        List.of(0),
                        null,
                        of(hiding, PropertyReturned.class, "/note", REASON),
                        null));
    }

    private static Confidential<String> item(Hiding hiding, int position) {
        return of(
                hiding,
                SUBJECT,
                PropertyReceived.class,
                "/items/" + position + "/description",
                REASON);
    }
}
