/**
 * Reads the descriptors of all bundles the way Eclipse does, and finds what Eclipse would pass over in silence: a class,
 * an icon, a text or an identifier that is named and not there.
 */
@NullMarked
package org.trustflex.descriptors;

import org.jspecify.annotations.NullMarked;
