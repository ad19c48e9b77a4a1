package org.trustflex.ui.mcu;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.debug.core.IStatusHandler;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;

/** A launch says that a board's UART will have something to say: its console opens. */
public final class ShowUartHandler implements IStatusHandler {

    @Override
    public @Nullable Object handleStatus(IStatus status, Object source) {
        if (PlatformUI.isWorkbenchRunning()) {
            UartConsole.show((String) source);
        }
        return null;
    }
}
