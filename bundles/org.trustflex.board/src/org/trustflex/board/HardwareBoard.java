package org.trustflex.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.mcu.McuSession;
import org.trustflex.board.mcu.Programmer;
import org.trustflex.board.mcu.Speed;
import org.trustflex.board.tool.FlashTool;
import org.trustflex.board.tool.IpeProgrammer;
import org.trustflex.board.tool.MplabIpe;
import org.trustflex.board.tool.OpenOcd;
import org.trustflex.board.tool.OpenOcdProgrammer;
import org.trustflex.kit.KitSession;

/**
 * A board with a kit program, on USB or wherever the user says. Its identity is the serial number of an element on it, as
 * neither its program nor its USB device has one: opening it searches the kits again, wherever they are plugged in now,
 * and takes no other element than the one that was found.
 */
public final class HardwareBoard implements Board {

    private final AttachedKits kits;
    private final BoardDescription description;

    private HardwareBoard(AttachedKits kits, BoardDescription description) {
        this.kits = kits;
        this.description = description;
    }

    /**
     * Looks at the board behind a door.
     *
     * @param kits where it is searched when it is opened again
     * @throws ElementException if it does not answer as a kit does, or has no element
     */
    static HardwareBoard behind(KitDoor door, AttachedKits kits) throws ElementException {
        try (KitSession session = new KitSession(door.open())) {
            KitContents contents = KitContents.read(session);
            ElementDescription namesake = contents.namesake()
                    .orElseThrow(() -> new LinkFailed(Messages.text("kit.empty", door.name())));
            return new HardwareBoard(kits, new BoardDescription(idOf(namesake), BoardKind.HARDWARE, door.name(),
                    Messages.text("program", contents.firmware().version()), contents.elements(),
                    Optional.empty()));
        }
    }

    private static String idOf(ElementDescription namesake) {
        return HardwareBoards.PREFIX + namesake.serialNumber();
    }

    @Override
    public BoardDescription description() {
        return description;
    }

    @Override
    public ElementSource element() throws LinkFailed {
        return new Source(description.trustFlex().orElseThrow(
                () -> new LinkFailed(Messages.text("kit.notrustflex", id(), TrustFlexProfile.I2C_ADDRESS))));
    }

    @Override
    public List<ElementSource> elements() {
        return description.elements().stream().<ElementSource>map(Source::new).toList();
    }

    @Override
    public Programmer programmer() throws LinkFailed {
        throw new LinkFailed(Messages.text("programmer.hardware", id()));
    }

    @Override
    public Programmer programmer(FlashTool tool) {
        if (tool instanceof OpenOcd openOcd) {
            return new OpenOcdProgrammer(openOcd, id(), UsbDebugger::new, Optional.empty());
        }
        return new IpeProgrammer((MplabIpe) tool, id());
    }

    @Override
    public McuSession openMcu(Speed speed) throws LinkFailed {
        throw new LinkFailed(Messages.text("mcu.hardware", id()));
    }

    /** Sessions with one element, by its serial number. */
    private final class Source implements ElementSource {

        private final ElementDescription wanted;

        private Source(ElementDescription wanted) {
            this.wanted = wanted;
        }

        @Override
        public String boardId() {
            return id();
        }

        @Override
        public int i2cAddress() {
            return wanted.i2cAddress();
        }

        /** Tries the kits in turn, first the one at the place where the board was last. */
        @Override
        public SecureElement open() throws ElementException {
            List<KitDoor> doors = new ArrayList<>(kits.attached());
            doors.sort(Comparator.comparing(door -> !door.name().equals(description.name())));
            List<String> seen = new ArrayList<>();
            for (KitDoor door : doors) {
                try {
                    SecureElement element = open(door);
                    if (element.serialNumber().equals(wanted.serialNumber())) {
                        return element;
                    }
                    seen.add(Messages.text("kit.other", door.name(), element.serialNumber()));
                    element.close();
                } catch (ElementException unreadable) {
                    seen.add(unreadable.getMessage());
                }
            }
            throw new LinkFailed(Messages.text("kit.gone", id(), wanted.serialNumber(),
                    seen.isEmpty() ? new Diagnosis(kits).noBoard() : String.join(" ", seen)));
        }

        private SecureElement open(KitDoor door) throws ElementException {
            KitSession session = new KitSession(door.open());
            boolean opened = false;
            try {
                SecureElement element = SecureElement.open(session.select(wanted.i2cAddress()));
                opened = true;
                return element;
            } finally {
                if (!opened) {
                    session.close();
                }
            }
        }
    }
}
