/**
 * A broker and the three services as child processes with one data folder. Used by the commands and
 * by the black-box tests.
 */
@NullMarked
package org.orangeline.launcher.stack;

import org.jspecify.annotations.NullMarked;
