package org.trustflex.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.device.BusDevice;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boards on USB, played in memory below the kit's link. */
class HardwareBoardTest {

    private static final String ONE = "012300112233445501";
    private static final String OTHER = "0123AA55AA55AA5501";

    @TempDir
    Path home;

    private final UsbPorts usb = new UsbPorts();
    private Boards boards;

    @BeforeEach
    void aComputer() {
        boards = new Boards(home, "test", usb);
    }

    @Test
    void aBoardIsKnownByTheSerialNumberOfItsTrustFlexPart() throws Exception {
        usb.plug("/dev/hidraw3", UsbPorts.blank("0123DDDDDDDDDDDD01", 0xC0), UsbPorts.trustFlex(ONE));
        Board board = boards.select("");
        assertEquals("kit:" + ONE, board.id());
        BoardDescription description = board.description();
        assertEquals(BoardKind.HARDWARE, description.kind());
        assertEquals("/dev/hidraw3", description.name());
        assertEquals("kit 2.2.0", description.program());
        assertEquals(List.of("ATECC608B", "ATECC608B-TFLXTLS"),
                description.elements().stream().map(ElementDescription::part).toList());
        assertEquals(0xC0, description.elements().get(0).i2cAddress());
        assertFalse(description.trustFlex().orElseThrow().simulated());
        try (SecureElement element = board.element().open()) {
            assertEquals(ONE, element.serialNumber().hex());
            element.random();
        }
        try (SecureElement neighbour = board.elements().get(0).open()) {
            assertEquals("0123DDDDDDDDDDDD01", neighbour.serialNumber().hex());
        }
    }

    @Test
    void aNeighbourThatTalksNonsenseIsIgnored() throws Exception {
        usb.plug("/dev/hidraw0", UsbPorts.strange(0xC0), UsbPorts.trustFlex(ONE), UsbPorts.strange(0x12));
        Board board = boards.select("");
        assertEquals(1, board.elements().size());
        board.element().open().close();
    }

    @Test
    void aTrustFlexPartThatTalksNonsenseIsAProblemThatIsSaid() {
        usb.plug("/dev/hidraw0", UsbPorts.strange(0x6C));
        BoardScan scan = boards.scan();
        assertEquals(List.of(), scan.boards());
        assertEquals(1, scan.problems().size());
    }

    @Test
    void aBoardWithoutATrustFlexPartIsKnownByItsFirstElement() throws Exception {
        usb.plug("/dev/hidraw0", UsbPorts.blank(ONE, 0xC0));
        Board board = boards.select("kit:" + ONE);
        String message = assertThrows(LinkFailed.class, board::element).getMessage();
        assertTrue(message.contains("6C") && message.contains("SW2"), message);
    }

    @Test
    void aBoardWithoutElementsIsSaidToHaveNone() {
        usb.plug("/dev/hidraw0");
        String problem = boards.scan().problems().get(0);
        assertTrue(problem.contains("/dev/hidraw0") && problem.contains("SW2"), problem);
    }

    @Test
    void afterItWasPluggedInElsewhereItIsFoundAgain() throws Exception {
        BusDevice part = UsbPorts.trustFlex(ONE);
        usb.plug("/dev/hidraw0", part);
        Board board = boards.select("");
        usb.unplugAll();
        usb.plug("/dev/hidraw0", UsbPorts.trustFlex(OTHER)).plug("/dev/hidraw5", part);
        try (SecureElement element = board.element().open()) {
            assertEquals(ONE, element.serialNumber().hex());
        }
    }

    @Test
    void anotherElementInItsPlaceIsNotTaken() throws Exception {
        usb.plug("/dev/hidraw0", UsbPorts.trustFlex(ONE));
        Board board = boards.select("");
        usb.unplugAll();
        usb.plug("/dev/hidraw0", UsbPorts.trustFlex(OTHER));
        String message = assertThrows(LinkFailed.class, () -> board.element().open()).getMessage();
        assertTrue(message.contains(ONE) && message.contains("/dev/hidraw0 has the element " + OTHER), message);
        usb.unplugAll();
        String gone = assertThrows(LinkFailed.class, () -> board.element().open()).getMessage();
        assertTrue(gone.contains("kit:" + ONE) && gone.contains("plugged in"), gone);
    }

    @Test
    void twoBoardsAreAskedAbout() throws Exception {
        usb.plug("/dev/hidraw0", UsbPorts.trustFlex(ONE)).plug("/dev/hidraw1", UsbPorts.trustFlex(OTHER));
        AmbiguousBoard ambiguous = assertThrows(AmbiguousBoard.class, () -> boards.select(""));
        assertEquals(List.of("kit:" + ONE, "kit:" + OTHER),
                ambiguous.matches().stream().map(BoardDescription::id).toList());
        assertTrue(ambiguous.getMessage().contains("kit:" + ONE + ", kit:" + OTHER), ambiguous.getMessage());
        assertEquals("kit:" + OTHER, boards.select("kit:" + OTHER.toLowerCase(Locale.ROOT)).id());
        assertEquals("kit:" + OTHER, boards.select(OTHER).id());
    }

    @Test
    void aBoardThatMayNotBeOpenedDoesNotHideTheOthers() throws Exception {
        usb.plugClosed("/dev/hidraw0", "no permission, the rule is ...").plug("/dev/hidraw1",
                UsbPorts.trustFlex(OTHER));
        BoardScan scan = boards.scan();
        assertEquals(List.of("no permission, the rule is ..."), scan.problems());
        assertEquals("kit:" + OTHER, scan.boards().get(0).id());
        String message = assertThrows(LinkFailed.class, () -> boards.select("kit:" + ONE)).getMessage();
        assertTrue(message.contains("kit:" + OTHER) && message.contains("no permission"), message);
    }

    @Test
    void aBoardWithAnotherProgramIsToldFromNoBoard() {
        String none = assertThrows(LinkFailed.class, () -> boards.select("")).getMessage();
        assertTrue(none.contains("No Trust Platform board is plugged in"), none);
        usb.plugDebugger();
        String program = assertThrows(LinkFailed.class, () -> boards.select("")).getMessage();
        assertTrue(program.contains("another firmware is on its main MCU"), program);
        assertTrue(program.contains(boards.scan().problems().get(0)), program);
        usb.plugClosed("/dev/hidraw0", "somebody has it");
        assertEquals(List.of("somebody has it"), boards.scan().problems());
    }

    @Test
    void withoutUsbTheSimulatedBoardsAreThere() throws Exception {
        usb.without("hidapi is not there");
        boards.simulated().create("demo", SimulatedBoardOptions.defaults());
        BoardScan scan = boards.scan();
        assertEquals("sim:demo", scan.boards().get(0).id());
        assertEquals(List.of("hidapi is not there"), scan.problems());
        assertEquals("sim:demo", boards.select("").id());
    }

    @Test
    void nobodySearchesUsbForASimulatedBoard() throws Exception {
        boards.simulated().create("demo", SimulatedBoardOptions.defaults());
        boards.select("sim:demo").element().open().close();
        boards.select("demo").element().open().close();
        boards.simulated().scan();
        assertThrows(LinkFailed.class, () -> boards.select("sim:nobody"));
        assertEquals(0, usb.searches());
    }

    @Test
    void aSimulatedBoardIsFoundByItsSerialNumberAndTheOnlyBoardByNothing() throws Exception {
        Board demo = boards.simulated().create("demo", SimulatedBoardOptions.defaults());
        assertEquals("sim:demo", boards.select(demo.description().trustFlex().orElseThrow().serialNumber().hex()).id());
        assertEquals("sim:demo", boards.select("").id());
        boards.simulated().create("other", SimulatedBoardOptions.defaults());
        assertThrows(AmbiguousBoard.class, () -> boards.select(""));
    }

    @Test
    void whatIsThereIsListedForWhoNamesWhatIsNot() throws Exception {
        boards.simulated().create("demo", SimulatedBoardOptions.defaults());
        usb.plug("/dev/hidraw1", UsbPorts.trustFlex(OTHER));
        for (String selector : List.of("dmeo", "0123456789ABCDEF01")) {
            String message = assertThrows(LinkFailed.class, () -> boards.select(selector)).getMessage();
            assertTrue(message.contains("\"" + selector + "\"")
                    && message.contains("sim:demo, kit:" + OTHER), message);
        }
        String simulated = assertThrows(LinkFailed.class, () -> boards.select("sim:dmeo")).getMessage();
        assertTrue(simulated.contains("\"dmeo\"") && simulated.contains("demo"), simulated);
    }

    @Test
    void aKitThatIsNamedByItsPortIsRefusedInASentence() {
        for (String selector : List.of("tcp:", "tcp:host", "tcp::5025", "tcp:host:0", "tcp:host:99999", "tcp:host:x")) {
            String message = assertThrows(LinkFailed.class, () -> boards.select(selector)).getMessage();
            assertTrue(message.contains("\"" + selector + "\""), message);
        }
        String serial = assertThrows(LinkFailed.class, () -> boards.select("serial:/dev/no-such-port")).getMessage();
        assertTrue(serial.contains("/dev/no-such-port"), serial);
        assertEquals(0, usb.searches());
    }
}
