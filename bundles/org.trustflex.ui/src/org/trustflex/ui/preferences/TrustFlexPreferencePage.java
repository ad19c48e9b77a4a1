package org.trustflex.ui.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferenceLinkArea;
import org.eclipse.ui.preferences.IWorkbenchPreferenceContainer;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.trustflex.launching.TrustFlexLaunching;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.BoardCatalog;

/** Where the simulated boards are stored, and the way to the pages for tools and colours. */
public final class TrustFlexPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final String HELP = TrustFlexUi.PLUGIN_ID + ".preferences_boards";
    private static final String COLORS_PAGE = "org.eclipse.ui.preferencePages.ColorsAndFonts";
    private static final String OUR_COLORS = "selectCategory:org.trustflex.ui.theme";

    /** Made by the workbench. */
    public TrustFlexPreferencePage() {
        super(GRID);
        setDescription(Messages.boards_description);
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, TrustFlexLaunching.PLUGIN_ID));
    }

    @Override
    protected void createFieldEditors() {
        Composite parent = getFieldEditorParent();
        addField(new BoardsFolderField(parent));
        link(parent, TrustFlexUi.PLUGIN_ID + ".preferences.tools", Messages.link_tools, null);
        link(parent, COLORS_PAGE, Messages.link_colors, OUR_COLORS);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, HELP);
    }

    private void link(Composite parent, String pageId, String text, Object data) {
        PreferenceLinkArea area = new PreferenceLinkArea(parent, SWT.NONE, pageId, text,
                (IWorkbenchPreferenceContainer) getContainer(), data);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(area.getControl());
    }

    @Override
    public boolean performOk() {
        boolean applied = super.performOk();
        if (BoardCatalog.shared().known()) {
            BoardCatalog.shared().refresh();
        }
        return applied;
    }
}
