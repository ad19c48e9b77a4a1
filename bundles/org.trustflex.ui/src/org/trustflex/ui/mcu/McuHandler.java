package org.trustflex.ui.mcu;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.Board;
import org.trustflex.board.BoardException;
import org.trustflex.board.SimulatedBoard;
import org.trustflex.board.mcu.Speed;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.mcu.McuWatch;
import org.trustflex.launching.mcu.RunningMcus;
import org.trustflex.ui.model.ActiveBoard;

/** Does something with the MCU of the board that the window's views show. */
public abstract class McuHandler extends AbstractHandler {

    private final String title;

    McuHandler(String title) {
        this.title = title;
    }

    /** What is done with the board, in the background. */
    abstract void act(Board board) throws LinkFailed, BoardException, CoreException;

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        Optional<String> board = ActiveBoard.of(HandlerUtil.getActiveWorkbenchWindowChecked(event)).id();
        if (board.isEmpty()) {
            MessageDialog.openInformation(HandlerUtil.getActiveShellChecked(event), Messages.noBoard_title,
                    Messages.noBoard);
            return null;
        }
        new McuJob(title, board.get(), monitor -> act(WorkspaceBoards.boards().select(board.get()))).schedule();
        return null;
    }

    /** Gives the board power and runs its program, with its console. */
    public static final class Run extends McuHandler {

        /** Made by the workbench. */
        public Run() {
            super(Messages.job_run);
        }

        @Override
        void act(Board board) throws LinkFailed, BoardException, CoreException {
            if (board.flashedProgram().isKit()) {
                throw new CoreException(Status.info(NLS.bind(Messages.run_kit, board.id())));
            }
            UartConsole.show(board.id());
            // The console looks from now on, and so does the view where it is open.
            RunningMcus.shared().open(board, Speed.REAL).close();
        }
    }

    /** Switches the board off. */
    public static final class Stop extends McuHandler {

        /** Made by the workbench. */
        public Stop() {
            super(Messages.job_stop);
        }

        @Override
        void act(Board board) {
            RunningMcus.shared().end(board.id());
        }
    }

    /** Pushes the reset switch. */
    public static final class Reset extends McuHandler {

        /** Made by the workbench. */
        public Reset() {
            super(Messages.job_reset);
        }

        @Override
        void act(Board board) throws CoreException {
            Optional<McuWatch> running = RunningMcus.shared().join(board.id(), Speed.REAL);
            if (running.isEmpty()) {
                throw new CoreException(Status.info(NLS.bind(Messages.notRunning, board.id())));
            }
            try (McuWatch watch = running.get()) {
                watch.mcu().reset();
            }
        }
    }

    /** Takes the power away as pulling the plug would, wherever the board is used. */
    public static final class CutPower extends McuHandler {

        /** Made by the workbench. */
        public CutPower() {
            super(Messages.job_powerCut);
        }

        @Override
        void act(Board board) throws LinkFailed {
            if (board instanceof SimulatedBoard simulated) {
                simulated.powerCut();
            }
            RunningMcus.shared().end(board.id());
        }
    }
}
