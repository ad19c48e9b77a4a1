package org.trustflex.launching;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.trustflex.launching.tools.Tool;

/** The preferences as they are before anybody changes them: the user's own boards, and tools where they are found. */
public final class LaunchingPreferences extends AbstractPreferenceInitializer {

    @Override
    public void initializeDefaultPreferences() {
        IEclipsePreferences defaults = DefaultScope.INSTANCE.getNode(TrustFlexLaunching.PLUGIN_ID);
        defaults.put(WorkspaceBoards.HOME, "");
        for (Tool tool : Tool.values()) {
            defaults.put(tool.preference(), "");
        }
    }
}
