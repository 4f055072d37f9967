/** Values that events are made of: facts about a person, findings, grounds, bases. */
@NullMarked
package org.orangeline.events.model;

import org.jspecify.annotations.NullMarked;
