package org.trustflex.ui.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.trustflex.launching.TrustFlexLaunching;
import org.trustflex.launching.tools.Tool;
import org.trustflex.ui.TrustFlexUi;

/** Where the tools are that are called: found by themselves, or as the user says. */
public final class ToolsPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final String HELP = TrustFlexUi.PLUGIN_ID + ".preferences_tools";

    /** Made by the workbench. */
    public ToolsPreferencePage() {
        super(GRID);
        setDescription(Messages.tools_description);
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, TrustFlexLaunching.PLUGIN_ID));
    }

    @Override
    protected void createFieldEditors() {
        Composite parent = getFieldEditorParent();
        for (Tool tool : Tool.values()) {
            addField(new ToolField(tool, label(tool), parent));
        }
        PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, HELP);
    }

    private static String label(Tool tool) {
        return switch (tool) {
            case OPENOCD -> Messages.tools_openocd;
            case COMPILER -> Messages.tools_compiler;
            case DEBUGGER -> Messages.tools_debugger;
            case MPLAB_IPE -> Messages.tools_mplabIpe;
        };
    }
}
