package org.orangeline.events.screening;

import org.orangeline.events.DomainEvent;

/** What screening-service records: about one person, about a line, or about a questionnaire. */
public sealed interface ScreeningEvent extends DomainEvent
        permits PersonScreeningEvent, HeadCounted, QuestionnaireRequested, QuestionnairePublished {}
