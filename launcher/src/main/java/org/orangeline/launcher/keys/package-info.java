/**
 * The local stack's keys and the tokens made with them. Production has an OIDC provider instead.
 */
@NullMarked
package org.orangeline.launcher.keys;

import org.jspecify.annotations.NullMarked;
