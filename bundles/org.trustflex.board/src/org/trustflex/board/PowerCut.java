package org.trustflex.board;

import java.io.IOException;
import java.util.Optional;

import org.trustflex.atecc.packet.LinkFailed;

/** Asks whoever has a simulated board to take its power away. */
final class PowerCut {

    private static final long BETWEEN_TRIES_MILLIS = 20;

    private final BoardFolder folder;

    PowerCut(BoardFolder folder) {
        this.folder = folder;
    }

    /** See {@link SimulatedBoard#powerCut()}. */
    Optional<String> perform() throws LinkFailed {
        long end = System.nanoTime() + Holder.noteTime().toNanos();
        while (System.nanoTime() - end < 0) {
            Optional<Holder> holder = Holder.read(folder.note());
            if (holder.isPresent()) {
                Optional<String> cut = cut(holder.get());
                if (cut.isPresent()) {
                    return cut;
                }
            }
            if (BoardLock.isFree(folder)) {
                return Optional.empty();
            }
            pause();
        }
        String who = Holder.read(folder.note()).map(Holder::text).orElseGet(() -> Messages.text("holder.unknown"));
        throw new LinkFailed(Messages.text("control.none", folder.id(), who));
    }

    /** Nothing if nobody did it: the board was closed meanwhile, even while it was asked, or is held without power. */
    private Optional<String> cut(Holder holder) throws LinkFailed {
        if (holder.control().isEmpty()) {
            return Optional.empty();
        }
        try {
            return ControlClient.ask(holder.control().get(), PoweredBoard.POWER_CUT).filter(PoweredBoard.DONE::equals)
                    .map(done -> holder.text());
        } catch (IOException silent) {
            throw new LinkFailed(
                    Messages.text("control.silent", folder.id(), holder.text(), Messages.reason(silent)), silent);
        }
    }

    private static void pause() throws LinkFailed {
        try {
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkFailed(Messages.text("lock.interrupted"), e);
        }
    }
}
