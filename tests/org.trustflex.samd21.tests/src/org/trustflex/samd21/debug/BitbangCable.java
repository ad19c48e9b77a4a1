package org.trustflex.samd21.debug;

import java.io.IOException;
import java.util.List;

import org.trustflex.samd21.RunningPart;

/** OpenOCD's remote_bitbang on TCP. */
final class BitbangCable implements DebugCable {

    private final BitbangServer server;

    BitbangCable(RunningPart part) throws IOException {
        server = BitbangServer.open(part, 0);
    }

    @Override
    public List<String> wrapper() {
        return List.of();
    }

    @Override
    public List<String> arguments() {
        return List.of("-c", "adapter driver remote_bitbang; remote_bitbang port " + server.port()
                + "; remote_bitbang host localhost; transport select jtag");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
