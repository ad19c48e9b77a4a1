/**
 * What the Properties view shows of boards, elements, slots and commands.
 */
@NullMarked
package org.trustflex.ui.properties;

import org.jspecify.annotations.NullMarked;
