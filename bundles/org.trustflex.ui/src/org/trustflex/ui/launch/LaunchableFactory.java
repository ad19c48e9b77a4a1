package org.trustflex.ui.launch;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.debug.ui.actions.ILaunchable;
import org.jspecify.annotations.Nullable;

/** Says that a project, and the file that describes it, can be launched: only then do their context menus have Run As. */
public final class LaunchableFactory implements IAdapterFactory {

    private static final ILaunchable LAUNCHABLE = new ILaunchable() {
        // It only has to be there.
    };

    @Override
    public <T> @Nullable T getAdapter(Object selected, Class<T> type) {
        return type.isInstance(LAUNCHABLE) ? type.cast(LAUNCHABLE) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] { ILaunchable.class };
    }
}
