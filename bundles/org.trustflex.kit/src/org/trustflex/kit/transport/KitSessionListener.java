package org.trustflex.kit.transport;

/** Hears who comes to a kit server and goes. Called from the server's threads, never for two clients at a time. */
public interface KitSessionListener {

    /** Hears nothing. */
    KitSessionListener NONE = new KitSessionListener() {
        // Hears nothing.
    };

    /**
     * A client has the kit from now on; its first line has not been read, and its kit program does not exist yet.
     *
     * @param client address and port
     */
    default void sessionOpened(String client) {
        // Whoever does not care hears nothing.
    }

    /**
     * The client is gone, or the server closes. Called once for every client that was reported as opened.
     *
     * @param client address and port
     */
    default void sessionClosed(String client) {
        // Whoever does not care hears nothing.
    }
}
