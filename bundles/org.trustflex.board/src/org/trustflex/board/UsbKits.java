package org.trustflex.board;

import java.util.List;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.KitLink;
import org.trustflex.kit.transport.HidKit;
import org.trustflex.kit.transport.HidKits;

/** The Trust Platform boards at the USB ports of this machine. */
final class UsbKits implements AttachedKits {

    @Override
    public List<KitDoor> attached() throws LinkFailed {
        return new HidKits().attached().stream().<KitDoor>map(Door::new).toList();
    }

    @Override
    public boolean debuggerAttached() throws LinkFailed {
        return !new HidKits().debuggers().isEmpty();
    }

    private record Door(HidKit kit) implements KitDoor {

        @Override
        public String name() {
            return kit.path();
        }

        @Override
        public KitLink open() throws LinkFailed {
            return kit.open();
        }
    }
}
