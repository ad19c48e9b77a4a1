/**
 * The typed client of an ATECC608 secure element.
 */
@NullMarked
package org.trustflex.atecc;

import org.jspecify.annotations.NullMarked;
