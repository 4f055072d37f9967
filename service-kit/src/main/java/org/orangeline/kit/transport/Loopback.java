package org.orangeline.kit.transport;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/** Which names and addresses stay on this machine. */
public final class Loopback {

    private Loopback() {}

    /** Whether a host is this machine's own loopback; a name that is not known is not. */
    static boolean is(String host) {
        String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        try {
            return !plain.isBlank() && InetAddress.getByName(plain).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether what is sent to an address can be read, or changed, by somebody on its way. */
    public static boolean isOpen(String address) {
        try {
            URI uri = URI.create(address.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return scheme.equals("http") && (uri.getHost() == null || !is(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
