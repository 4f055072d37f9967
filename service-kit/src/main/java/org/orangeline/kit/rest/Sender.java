package org.orangeline.kit.rest;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * From where a call came, for counting: an IPv4 address, or of IPv6 the network, a /64, since one
 * device has any number of addresses in it; a whole site has a /48 or less (RFC 6177). The address
 * itself is looked at and not its text, which can be written in many ways.
 */
public final class Sender {

    private static final int NETWORK_BYTES = 8;
    private static final int SITE_BYTES = 6;
    private static final int IPV6_BYTES = 16;

    /**
     * {@code ::ffff:0:0/96}: an IPv4 address, as a socket for both shows it (RFC 4291, 2.5.5.2).
     */
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};

    private Sender() {}

    /**
     * @param address null when it is not known
     * @return the same for the same sender; a text that is no address stands for itself
     */
    public static String of(@Nullable String address) {
        return within(address, NETWORK_BYTES);
    }

    /** The same of the whole site. */
    public static String site(@Nullable String address) {
        return within(address, SITE_BYTES);
    }

    private static String within(@Nullable String address, int network) {
        if (address == null) {
            return "";
        }
        // No name is looked up by this; a zone (fe80::1%eth0) is left out.
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return address;
        }
        if (bytes.length != IPV6_BYTES) {
            return NetUtil.bytesToIpAddress(bytes);
        }
        return Arrays.equals(bytes, 0, MAPPED.length, MAPPED, 0, MAPPED.length)
                ? NetUtil.bytesToIpAddress(Arrays.copyOfRange(bytes, MAPPED.length, IPV6_BYTES))
                : HexFormat.of().formatHex(bytes, 0, network) + "/" + network * Byte.SIZE;
    }
}
