package org.trustflex.ui.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.trustflex.launching.BoardEvents;

/**
 * What the boards' secure elements were last read to hold. Read again when somebody asks, and after every operation on a
 * board that was read before.
 */
public final class ElementCatalog {

    private static final ElementCatalog SHARED = new ElementCatalog();

    private final Listeners listeners = new Listeners();
    private final Map<String, ElementFacts> facts = new ConcurrentHashMap<>();
    private final Set<String> reading = ConcurrentHashMap.newKeySet();
    private final AuthorityWatch authority = new AuthorityWatch(this);

    private ElementCatalog() {
        BoardEvents.add(new BoardEvents.Listener() {
            @Override
            public void boardChanged(String boardId) {
                if (facts.containsKey(boardId)) {
                    refresh(boardId);
                }
            }
        });
    }

    /** The catalog that all views share. */
    public static ElementCatalog shared() {
        return SHARED;
    }

    /** Hear of finished readings. */
    public Listeners listeners() {
        return listeners;
    }

    /** What was last read from a board, if it was read at all. */
    public Optional<ElementFacts> facts(String boardId) {
        return Optional.ofNullable(facts.get(boardId));
    }

    /** Whether a board is being read now. */
    public boolean isReading(String boardId) {
        return reading.contains(boardId);
    }

    /** Reads a board's element in the background. */
    public void refresh(String boardId) {
        if (reading.add(boardId)) {
            new SlotsJob(boardId, this::read).schedule();
        }
        listeners.fire();
    }

    private void read(ElementFacts result) {
        reading.remove(result.boardId());
        facts.put(result.boardId(), result);
        authority.read(result);
        listeners.fire();
    }
}
