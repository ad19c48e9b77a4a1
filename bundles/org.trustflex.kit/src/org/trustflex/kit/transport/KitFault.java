package org.trustflex.kit.transport;

/** A fault on the wire between host and kit, so that recovery can be tested at any point of a conversation. */
public interface KitFault {

    /** No fault at all. */
    KitFault NONE = new KitFault() {
        // Everything arrives as it was sent.
    };

    /**
     * Whether a request reaches the kit. One that does not is neither executed nor answered.
     *
     * @param request without its newline
     */
    default boolean reaches(String request) {
        return true;
    }

    /**
     * What becomes of the answer to a request that the kit has executed.
     *
     * @param request without its newline
     * @param answer  without its newline
     */
    default Delivery deliver(String request, String answer) {
        return new Delivery.Arrives(answer);
    }
}
