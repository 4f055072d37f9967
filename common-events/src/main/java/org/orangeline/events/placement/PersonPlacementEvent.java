package org.orangeline.events.placement;

import java.util.UUID;
import org.orangeline.events.SharedValues;

/** A placement event about one person. */
public sealed interface PersonPlacementEvent extends PlacementEvent
        permits PlacementProposed,
                PlacementOrdered,
                PlacementCancelled,
                PlacementQuestioned,
                PlacedInDetention,
                ShelterProvided,
                ReleasedFromDetention,
                QuestionSettled,
                SettlementRequested,
                RuleKeptAgain,
                QuestionOverdue,
                BasisChanged,
                ProposalWithdrawn,
                OverrideRequested,
                OverrideSigned,
                OverrideRevoked,
                TransferOrdered,
                TransferCancelled,
                Transferred,
                AbsenceStarted,
                AbsenceEnded,
                Escaped,
                DiedInCustody,
                KeepApartDeclared,
                KeepApartLifted,
                NonRefoulementAssessed,
                HandedOver,
                ReasonsTold,
                CardIssued,
                BureauNotified,
                ReviewHeld,
                AppealLodged,
                ConsentWithdrawn,
                DutyOverdue,
                DidNotArrive,
                FoundInside,
                PersonMissing,
                AbsenceOverdue,
                PersonFound,
                InquiryOpened,
                WithdrawalRequested,
                FactWithdrawn,
                LineReasonsTold,
                LineBureauNotified,
                LineReviewHeld,
                LineInquiryOpened,
                LineDutyOverdue,
                DutyNotOverdue {

    UUID personId();

    @Override
    default String subject() {
        return SharedValues.text(personId());
    }
}
