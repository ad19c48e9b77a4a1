package org.trustflex.ui.mcu;

import java.nio.file.Path;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.IConsolePageParticipant;
import org.eclipse.ui.console.actions.CloseConsoleAction;
import org.eclipse.ui.part.IPageBookViewPage;
import org.jspecify.annotations.Nullable;
import org.trustflex.board.mcu.Speed;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.mcu.RunningMcus;
import org.trustflex.ui.Images;
import org.trustflex.ui.SaveTextJob;
import org.trustflex.ui.TrustFlexUi;

/** What the console of a UART has in its tool bar beside what all consoles have: reconnect, save, close. */
public final class UartConsoleBar implements IConsolePageParticipant {

    @Override
    public void init(IPageBookViewPage page, IConsole shown) {
        UartConsole console = (UartConsole) shown;
        IToolBarManager bar = page.getSite().getActionBars().getToolBarManager();
        bar.appendToGroup(IConsoleConstants.LAUNCH_GROUP,
                action(Messages.reconnect, Images.REFRESH, () -> reconnect(console)));
        bar.appendToGroup(IConsoleConstants.LAUNCH_GROUP,
                action(Messages.save, Images.SAVE, () -> save(page, console)));
        bar.appendToGroup(IConsoleConstants.LAUNCH_GROUP, new CloseConsoleAction(console));
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page.getControl(), TrustFlexUi.PLUGIN_ID + ".uart_console");
    }

    private static Action action(String text, Images image, Runnable does) {
        ImageDescriptor icon = image.descriptor();
        Action action = new Action(text, icon) {
            @Override
            public void run() {
                does.run();
            }
        };
        action.setToolTipText(text);
        return action;
    }

    /** A board that is off is switched on again; one that is on is looked at again, from its first line. */
    private static void reconnect(UartConsole console) {
        String board = console.boardId();
        new McuJob(Messages.reconnect_job, board, monitor -> {
            if (RunningMcus.shared().isRunning(board)) {
                console.disconnect();
            }
            RunningMcus.shared().open(WorkspaceBoards.boards().select(board), Speed.REAL).close();
        }).schedule();
    }

    private static void save(IPageBookViewPage page, UartConsole console) {
        FileDialog dialog = new FileDialog(page.getSite().getShell(), SWT.SAVE);
        dialog.setText(Messages.save);
        dialog.setFileName("console.txt");
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            String text = console.getDocument().get();
            new SaveTextJob(NLS.bind(Messages.save_job, Path.of(file).getFileName()), Path.of(file), () -> text)
                    .schedule();
        }
    }

    @Override
    public void activated() {
        // The console is shown.
    }

    @Override
    public void deactivated() {
        // The console is in the back.
    }

    @Override
    public void dispose() {
        // Nothing of it lives longer than the page.
    }

    @Override
    public <T> @Nullable T getAdapter(Class<T> adapter) {
        return null;
    }
}
