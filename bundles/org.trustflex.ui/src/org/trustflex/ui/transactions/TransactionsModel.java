package org.trustflex.ui.transactions;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.BoardTrace;
import org.trustflex.board.TraceEntry;
import org.trustflex.board.UnusableBoard;
import org.trustflex.launching.BoardEvents;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.ui.model.ActiveBoard;
import org.trustflex.ui.model.Listeners;

/**
 * Follows the record of the active board's commands: while somebody looks it is asked twice a second whether there is
 * something new, which reads the end of a file; otherwise never.
 */
final class TransactionsModel extends Job {

    /** The family of the jobs that read records. */
    static final Object FAMILY = TransactionsModel.class;

    private static final long POLL_MILLISECONDS = 500;
    private static final int END = 500;

    private final Listeners listeners = new Listeners();
    private final ActiveBoard active;
    private final Runnable boardChanged = this::look;
    private volatile Optional<TransactionLog> log = Optional.empty();
    private volatile TransactionFilter filter = TransactionFilter.OPEN;
    private volatile Shown shown = Shown.NOTHING;
    private volatile boolean visible;
    private volatile boolean searchBoard = true;
    private Optional<String> searched = Optional.empty();
    private Optional<BoardTrace> found = Optional.empty();
    private final BoardEvents.Listener events = new BoardEvents.Listener() {
        @Override
        public void boardChanged(String boardId) {
            look();
        }
    };

    TransactionsModel(IWorkbenchWindow window) {
        super(Messages.job_follow);
        setSystem(true);
        active = ActiveBoard.of(window);
        active.listeners().add(boardChanged);
        BoardEvents.add(events);
    }

    void dispose() {
        visible = false;
        active.listeners().remove(boardChanged);
        BoardEvents.remove(events);
        cancel();
    }

    Listeners listeners() {
        return listeners;
    }

    Shown shown() {
        return shown;
    }

    TransactionFilter filter() {
        return filter;
    }

    /** Shows other rows from now on. */
    void filter(TransactionFilter wanted) {
        filter = wanted;
        look();
    }

    /** Follows while somebody looks. */
    void setVisible(boolean seen) {
        visible = seen;
        if (seen) {
            look();
        }
    }

    /** Looks now. */
    void look() {
        searchBoard = true;
        if (visible) {
            wakeUp();
            schedule();
        }
    }

    /** Forgets all commands, those in the board's record too. */
    void clear() {
        active.id().ifPresent(id -> Job.create(Messages.job_clear, monitor -> {
            clear(id);
        }).schedule());
    }

    private void clear(String boardId) {
        try {
            Optional<BoardTrace> record = WorkspaceBoards.boards().select(boardId).record();
            if (record.isPresent()) {
                record.get().clear();
            }
            log = Optional.empty();
            look();
        } catch (LinkFailed | AmbiguousBoard | UnusableBoard problem) {
            publish(new Shown(Optional.of(boardId), List.of(), 0, filter, String.valueOf(problem.getMessage())));
        }
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Shown before = shown;
        Shown now = read();
        if (!now.equals(before)) {
            publish(now);
        }
        if (visible && now.problem().isEmpty() && !monitor.isCanceled()) {
            schedule(POLL_MILLISECONDS);
        }
        return Status.OK_STATUS;
    }

    private void publish(Shown next) {
        shown = next;
        listeners.fire();
    }

    private Shown read() {
        Optional<String> id = active.id();
        if (id.isEmpty()) {
            log = Optional.empty();
            return new Shown(id, List.of(), 0, filter, Messages.empty_noBoard);
        }
        try {
            Optional<BoardTrace> record = record(id);
            return record.isPresent() ? read(id.get(), record.get())
                    : new Shown(id, List.of(), 0, filter, NLS.bind(Messages.empty_noRecord, id.get()));
        } catch (LinkFailed | AmbiguousBoard | UnusableBoard problem) {
            return new Shown(id, List.of(), 0, filter, String.valueOf(problem.getMessage()));
        }
    }

    /** A board is searched when something has happened, not at every poll: that may mean to look at every USB port. */
    private Optional<BoardTrace> record(Optional<String> id) throws LinkFailed, AmbiguousBoard, UnusableBoard {
        if (searchBoard || !id.equals(searched)) {
            searchBoard = false;
            found = WorkspaceBoards.boards().select(id.orElseThrow()).record();
            searched = id;
        }
        return found;
    }

    private Shown read(String id, BoardTrace record) throws UnusableBoard {
        TransactionLog own = log.filter(known -> known.boardId().equals(id)).orElseGet(() -> new TransactionLog(id));
        log = Optional.of(own);
        long newest = record.newest();
        if (newest != own.newest()) {
            boolean little = newest > own.newest() && newest - own.newest() < END;
            List<TraceEntry> recorded = record.last(little ? END : TransactionLog.MOST);
            own.add(recorded);
        }
        return show(own);
    }

    private Shown show(TransactionLog own) {
        TransactionFilter wanted = filter;
        Shown last = shown;
        boolean same = last.boardId().equals(Optional.of(own.boardId())) && last.filter().equals(wanted)
                && last.total() == own.size() && last.problem().isEmpty();
        return same && isNewest(last, own) ? last
                : new Shown(Optional.of(own.boardId()), own.matching(wanted), own.size(), wanted, "");
    }

    private static boolean isNewest(Shown last, TransactionLog own) {
        return !last.filter().isOpen() || last.rows().isEmpty()
                || last.rows().get(last.rows().size() - 1).entry().number() == own.newest();
    }

    /** Shows other commands than those of a board: for tests of the view alone. */
    void show(Shown other) {
        setVisible(false);
        publish(other);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FAMILY;
    }
}
