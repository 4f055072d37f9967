@NullMarked
package org.orangeline.kit.rest;

import org.jspecify.annotations.NullMarked;
