/** The contracts between the services: events, envelope, topics. No framework, no broker. */
@NullMarked
package org.orangeline.events;

import org.jspecify.annotations.NullMarked;
