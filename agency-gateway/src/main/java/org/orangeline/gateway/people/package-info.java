/** What the gateway knows of a person, to tell whether the person is in an agency's rows. */
@NullMarked
package org.orangeline.gateway.people;

import org.jspecify.annotations.NullMarked;
