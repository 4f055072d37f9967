package org.orangeline.runtime.keys;

import java.util.Optional;

/**
 * Keeps the master keys, one per operation and service, in versions; they never leave it. Its shape
 * is that of a key management service: whoever runs one puts it here. What a master key wraps are
 * the operation keys, and those wrap the keys of persons, so that a rotation re-wraps keys and
 * touches no event, and a destroyed version makes unreadable what only it had wrapped, wherever
 * copies of that lie.
 *
 * <p>A name is {@code <service>/<operation>}, or {@code <service>/<operation>/<purpose>}.
 */
public interface KeyService {

    /**
     * Returns when a key of such a name could be made and read now. Makes none, and asks for no
     * more than a call about a key does.
     *
     * @throws KeyServiceException when it could not
     */
    void check(String name);

    /**
     * The version to wrap with, made when there is none.
     *
     * @throws KeyServiceException when it cannot be told now
     */
    int current(String name);

    /**
     * @throws KeyServiceException when it cannot be done now
     */
    byte[] wrap(String name, int version, byte[] key);

    /**
     * @return empty when this version was destroyed
     * @throws KeyServiceException when it cannot be told now, or was wrapped by another key
     */
    Optional<byte[]> unwrap(String name, int version, byte[] wrapped);

    /**
     * Makes a new version the current one.
     *
     * @throws KeyServiceException when it cannot be done now
     */
    int rotate(String name);

    /**
     * Destroys every version before this one, for good.
     *
     * @throws KeyServiceException when it cannot be done now
     */
    void destroyBefore(String name, int version);
}
