package org.trustflex.ui;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.eclipse.ui.progress.IProgressConstants;

/** Projects and boards on the left, the overview in the middle, rotation and board on the right, slots and logs below. */
public final class TrustFlexPerspective implements IPerspectiveFactory {

    private static final float LEFT = 0.22f;
    private static final float RIGHT = 0.70f;
    private static final float CORNER = 0.76f;
    private static final float BELOW = 0.63f;
    private static final float BOARDS = 0.5f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        // First, so that it goes from one side to the other: slots and transactions have many columns.
        IFolderLayout bottom = layout.createFolder("bottom", IPageLayout.BOTTOM, BELOW, editors);
        bottom.addView(TrustFlexUi.SLOTS_VIEW);
        bottom.addView(TrustFlexUi.TRANSACTIONS_VIEW);
        bottom.addView(IConsoleConstants.ID_CONSOLE_VIEW);
        bottom.addView(IPageLayout.ID_PROBLEM_VIEW);
        bottom.addView(IProgressConstants.PROGRESS_VIEW_ID);
        IFolderLayout left = layout.createFolder("left", IPageLayout.LEFT, LEFT, editors);
        left.addView(ProjectExplorer.VIEW_ID);
        layout.createFolder("boards", IPageLayout.BOTTOM, BOARDS, "left").addView(TrustFlexUi.BOARDS_VIEW);
        IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, RIGHT, editors);
        right.addView(TrustFlexUi.ROTATION_VIEW);
        // Not below the rotation, whose steps need the height.
        IFolderLayout corner = layout.createFolder("corner", IPageLayout.RIGHT, CORNER, "bottom");
        corner.addView(TrustFlexUi.BOARD_VIEW);
        corner.addView(IPageLayout.ID_PROP_SHEET);
        addShortcuts(layout);
    }

    private static void addShortcuts(IPageLayout layout) {
        layout.addShowViewShortcut(TrustFlexUi.BOARDS_VIEW);
        layout.addShowViewShortcut(TrustFlexUi.SLOTS_VIEW);
        layout.addShowViewShortcut(TrustFlexUi.ROTATION_VIEW);
        layout.addShowViewShortcut(TrustFlexUi.TRANSACTIONS_VIEW);
        layout.addShowViewShortcut(TrustFlexUi.BOARD_VIEW);
        layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
        layout.addShowViewShortcut(IConsoleConstants.ID_CONSOLE_VIEW);
        layout.addNewWizardShortcut("org.trustflex.ui.newProject");
        layout.addActionSet("org.eclipse.debug.ui.launchActionSet");
    }
}
