package org.trustflex.kit.transport;

import org.trustflex.atecc.packet.LinkFailed;

import java.util.List;

/** The HID devices of this machine. */
interface HidBus {

    /**
     * All that are plugged in now, whatever they are.
     *
     * @throws LinkFailed if HID is not available here
     */
    List<HidNode> attached() throws LinkFailed;
}
