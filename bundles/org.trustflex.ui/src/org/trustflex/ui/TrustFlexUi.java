package org.trustflex.ui;

/** The identifiers of this bundle and its parts, as plugin.xml has them. */
public final class TrustFlexUi {

    /** The bundle's symbolic name. */
    public static final String PLUGIN_ID = "org.trustflex.ui";
    /** The perspective. */
    public static final String PERSPECTIVE = PLUGIN_ID + ".perspective";
    /** The Boards view. */
    public static final String BOARDS_VIEW = PLUGIN_ID + ".boards";
    /** The Slots view. */
    public static final String SLOTS_VIEW = PLUGIN_ID + ".slots";
    /** The Key Rotation view. */
    public static final String ROTATION_VIEW = PLUGIN_ID + ".rotation";
    /** The Transactions view. */
    public static final String TRANSACTIONS_VIEW = PLUGIN_ID + ".transactions";
    /** The Board view, with the picture. */
    public static final String BOARD_VIEW = PLUGIN_ID + ".board";
    /** The overview editor. */
    public static final String OVERVIEW_EDITOR = PLUGIN_ID + ".overview";
    /** The key under which widgets carry their name, for tests and for assistive tools that look for one. */
    public static final String WIDGET_ID = PLUGIN_ID + ".widgetId";

    private TrustFlexUi() {
    }
}
