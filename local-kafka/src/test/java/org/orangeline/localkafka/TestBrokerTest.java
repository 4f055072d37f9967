package org.orangeline.localkafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestBrokerTest {
    @Test
    void the_shared_broker_takes_transactions() throws Exception {
        Records records = new Records(TestBroker.shared());
        String topic = "Shared" + UUID.randomUUID();
        records.createTopic(topic);

        records.commit(topic, "one");

        assertThat(records.committed(topic, 1)).containsExactly("one");
        assertThat(TestBroker.shared()).isEqualTo(TestBroker.shared());
    }
}
