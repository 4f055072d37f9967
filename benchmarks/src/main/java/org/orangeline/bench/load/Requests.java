package org.orangeline.bench.load;

import java.net.URI;

/** Makes the bytes of requests of one service, for one token. */
public final class Requests {
    private final URI base;
    private final String token;

    /**
     * @param base the service
     * @param token of an officer; empty for calls without one
     */
    public Requests(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    public URI base() {
        return base;
    }

    public String token() {
        return token;
    }

    public byte[] get(String path) {
        return Connection.request("GET", base, path, token, "");
    }

    public byte[] put(String path, String json) {
        return Connection.request("PUT", base, path, token, json);
    }

    public byte[] post(String path, String json) {
        return Connection.request("POST", base, path, token, json);
    }
}
