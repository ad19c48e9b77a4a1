package org.trustflex.board;

/**
 * Where the holder of a board takes orders.
 *
 * @param port  a TCP port of this machine
 * @param token what an order begins with, which only those know who may read the board's files
 */
record ControlAddress(int port, String token) {

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
        return "port " + port;
    }
}
