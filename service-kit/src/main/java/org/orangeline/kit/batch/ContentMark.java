package org.orangeline.kit.batch;

import java.util.List;

/**
 * What is kept of an item's content: enough to tell the same from another, until somebody whom it
 * is about is erased. From then on nobody can try out what the content was.
 *
 * @param hash keyed, and bound to the keys of persons
 * @param boundTo these, in that order
 */
record ContentMark(String hash, List<String> boundTo) {

    ContentMark {
        boundTo = List.copyOf(boundTo);
    }
}
