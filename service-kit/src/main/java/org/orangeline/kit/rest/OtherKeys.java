package org.orangeline.kit.rest;

/** Keys of an operation besides those of its persons; a rotation takes them along. */
public interface OtherKeys {

    /**
     * @throws org.orangeline.runtime.keys.KeyServiceException when it cannot be done now; it may be
     *     begun anew
     */
    void rotate(String operation);
}
