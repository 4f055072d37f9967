/**
 * A real Kafka broker without containers: for one machine ({@link
 * org.orangeline.localkafka.LocalBroker}) and for tests ({@link
 * org.orangeline.localkafka.TestBroker}); and child processes that never outlive their parent
 * ({@link org.orangeline.localkafka.ChildProcess}).
 */
@NullMarked
package org.orangeline.localkafka;

import org.jspecify.annotations.NullMarked;
