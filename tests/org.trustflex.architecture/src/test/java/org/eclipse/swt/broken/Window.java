package org.eclipse.swt.broken;

/** Stands for the user interface's toolkit, which is not on this class path. */
public final class Window {
}
