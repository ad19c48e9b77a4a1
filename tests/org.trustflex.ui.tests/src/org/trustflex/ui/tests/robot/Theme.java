package org.trustflex.ui.tests.robot;

import java.lang.reflect.Method;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.PlatformUI;

/** Switches between the light and the dark theme, as the preference page Appearance does. */
public enum Theme {
    LIGHT("org.eclipse.e4.ui.css.theme.e4_default"),
    DARK("org.eclipse.e4.ui.css.theme.e4_dark");

    /** The platform shares the engine with its friends alone, so that it is called by name. */
    private static final String ENGINE = "org.eclipse.e4.ui.css.swt.theme.IThemeEngine";

    private final String id;

    Theme(String id) {
        this.id = id;
    }

    /** Uses this theme from now on, until another one is used. */
    public void use() {
        Ui.run(() -> {
            IEclipseContext context = PlatformUI.getWorkbench().getService(IEclipseContext.class);
            Object engine = context.get(ENGINE);
            Method setTheme = Class.forName(ENGINE, true, engine.getClass().getClassLoader()).getMethod("setTheme",
                    String.class, boolean.class);
            setTheme.invoke(engine, id, false);
        });
        Await.idle();
    }
}
