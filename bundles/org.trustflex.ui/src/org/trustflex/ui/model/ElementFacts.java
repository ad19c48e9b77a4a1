package org.trustflex.ui.model;

import java.time.Instant;
import java.util.Optional;

import org.trustflex.provisioning.slots.ElementSlots;

/**
 * What was last read from a board's TrustFLEX element.
 *
 * @param boardId the board
 * @param readAt  when
 * @param slots   what the slots hold; empty if it could not be read
 * @param problem why it could not be read, in a sentence; empty if it could
 */
public record ElementFacts(String boardId, Instant readAt, Optional<ElementSlots> slots, String problem) {
}
