/**
 * The Slots view: what the 16 slots of a secure element allow and hold, beside what the project's files say.
 */
@NullMarked
package org.trustflex.ui.slots;

import org.jspecify.annotations.NullMarked;
