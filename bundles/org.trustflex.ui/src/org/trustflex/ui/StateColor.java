package org.trustflex.ui;

import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.ITheme;

/** The colours of states, as the theme or the user has them. A colour only repeats what icon and word say already. */
public enum StateColor {
    /** Green: it is done. */
    DONE("done"),
    /** Blue: it can be done now. */
    READY("ready"),
    /** Amber: it needs attention. */
    ATTENTION("attention"),
    /** Red: it was refused. */
    REFUSED("refused");

    private final String id;

    StateColor(String name) {
        id = TrustFlexUi.PLUGIN_ID + ".color." + name;
    }

    /** The colour's identifier in the theme. */
    public String id() {
        return id;
    }

    /** The colour of now, shared: nobody disposes or keeps it. */
    public Color color() {
        ITheme theme = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme();
        return theme.getColorRegistry().get(id);
    }
}
