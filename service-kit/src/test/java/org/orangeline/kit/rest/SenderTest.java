package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001:db8::1",
                "2001:db8:0:0:1:2:3:4",
                "2001:0DB8:0000:0000:ffff::",
                "2001:db8::1%eth0"
            })
    void an_ipv6_network_is_one_sender_however_its_addresses_are_written(String address) {
        assertThat(Sender.of(address)).isEqualTo(Sender.of("2001:db8:0:0:ffff:ffff:ffff:ffff"));
        assertThat(Sender.of(address)).isNotEqualTo(Sender.of("2001:db8:0:1::1"));
        assertThat(Sender.of(address)).isNotEqualTo(Sender.of("2001:db9::1"));
    }

    @Test
    void a_site_has_many_networks() {
        assertThat(Sender.site("2001:db8:7:1::1")).isEqualTo(Sender.site("2001:db8:7:ff::2"));
        assertThat(Sender.site("2001:db8:7::1")).isNotEqualTo(Sender.site("2001:db8:8::1"));
        assertThat(Sender.of("2001:db8:7:1::1")).isNotEqualTo(Sender.of("2001:db8:7:2::1"));
        assertThat(Sender.site("192.0.2.1")).isEqualTo(Sender.of("192.0.2.1"));
    }

    @Test
    void an_ipv4_address_is_one_sender_also_where_ipv6_maps_it() {
        assertThat(Sender.of("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(Sender.of("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(Sender.of("::ffff:c000:201")).isEqualTo("192.0.2.1");
        assertThat(Sender.of("0:0:0:0:0:ffff:192.0.2.2")).isEqualTo("192.0.2.2");
    }

    @Test
    void short_addresses_of_other_networks_are_other_senders() {
        assertThat(Sender.of("::1")).isNotEqualTo(Sender.of("fe80::1"));
        assertThat(Sender.of("fe80::1")).isEqualTo(Sender.of("fe80::2"));
    }

    @Test
    void what_is_no_address_stands_for_itself() {
        assertThat(Sender.of(null)).isEmpty();
        assertThat(Sender.of("")).isEmpty();
        assertThat(Sender.of("unknown")).isEqualTo("unknown");
    }
}
