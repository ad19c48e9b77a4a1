package org.trustflex.kit.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.KitSession;
import org.trustflex.kit.Report;
import org.trustflex.kit.device.KitBus;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.kit.device.StubPart;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boards on USB, played by nodes in memory. */
class HidKitsTest {

    /** A HID device with a kit program inside. */
    private static final class Node implements HidNode {

        private final InMemoryKit kit = new InMemoryKit(new KitProgram(new KitBus(List.of(new StubPart(0x6C)))),
                KitFault.NONE);
        private final int vendor;
        private final int product;
        private final @Nullable String name;
        private String path = "kit-1";
        private int opensAtTry = 1;
        private int tries;
        private boolean gone;
        private int lastTimeout;
        private boolean closed;

        private Node(int vendor, int product, @Nullable String name) {
            this.vendor = vendor;
            this.product = product;
            this.name = name;
        }

        private static Node kit() {
            return new Node(0x03EB, 0x2312, "CryptoAuth Trust Platform");
        }

        @Override
        public int vendorId() {
            return vendor;
        }

        @Override
        public int productId() {
            return product;
        }

        @Override
        public @Nullable String product() {
            return name;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public boolean open() {
            return ++tries >= opensAtTry;
        }

        @Override
        public int write(byte[] report) {
            if (gone) {
                return -1;
            }
            assertEquals(Report.SIZE, report.length);
            kit.write(report);
            return Report.SIZE + 1;
        }

        @Override
        public int read(byte[] report, int timeoutMillis) {
            lastTimeout = timeoutMillis;
            return gone ? -1 : kit.read(report, Duration.ofMillis(timeoutMillis));
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void aBoardIsFoundOpenedAndSpokenWith() throws Exception {
        Node node = Node.kit();
        List<HidKit> kits = new HidKits(() -> List.of(node)).attached();
        assertEquals("kit-1", kits.get(0).path());
        assertEquals(0, node.tries);
        try (KitSession session = new KitSession(kits.get(0).open())) {
            assertEquals(1, session.devices().size());
        }
        assertTrue(node.closed);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = { "0x03EB,0x2175,nEDBG CMSIS-DAP",
            "0x03EC,0x2312,CryptoAuth Trust Platform",
            "0x03EB,0x2313,CryptoAuth Trust Platform", "0x03EB,0x2312,CryptoAuth Trust Platform 2",
            "0x03EB,0x2312,null",
            "0x03EB,0x2312,cryptoauth trust platform" })
    void aNeighbourIsPassedOver(String vendor, String product, @Nullable String name) throws Exception {
        Node neighbour = new Node(Integer.decode(vendor), Integer.decode(product), name);
        Node kit = Node.kit();
        List<HidKit> kits = new HidKits(() -> List.of(neighbour, kit, neighbour)).attached();
        assertEquals(1, kits.size());
    }

    @Test
    void theDebuggerOfABoardIsFoundWhateverItsMainMcuRuns() throws Exception {
        Node debugger = new Node(0x03EB, 0x2175, null);
        debugger.path = "debugger-1";
        Node neighbour = new Node(0x03EC, 0x2175, "nEDBG CMSIS-DAP");
        HidKits kits = new HidKits(() -> List.of(neighbour, debugger, Node.kit()));
        assertEquals(List.of("debugger-1"), kits.debuggers());
        assertEquals(0, debugger.tries);
    }

    @Test
    void aBoardThatWasJustPluggedInIsTriedAgain() throws Exception {
        Node node = Node.kit();
        node.opensAtTry = 3;
        new HidKit(node, Duration.ofMinutes(1)).open().close();
        assertEquals(3, node.tries);
    }

    @Test
    void aBoardThatNeverOpensIsGivenUp() {
        Node node = Node.kit();
        node.opensAtTry = Integer.MAX_VALUE;
        String message = assertThrows(LinkFailed.class, () -> new HidKit(node, Duration.ZERO).open()).getMessage();
        assertTrue(message.contains("kit-1") && message.contains("another program"), message);
        node.path = "/dev/hidraw-that-is-not-there";
        String gone = assertThrows(LinkFailed.class, () -> new HidKit(node, Duration.ZERO).open()).getMessage();
        assertTrue(gone.contains("unplugged"), gone);
    }

    @Test
    void theRuleNamesTheBoardAndGrantsItToWhoSitsThere() {
        assertTrue(HidKit.UDEV_RULE.contains("2312") && HidKit.UDEV_RULE.contains("TAG+=\"uaccess\""));
        String text = Messages.text("hid.permission", "/dev/hidraw0", HidKit.UDEV_RULE);
        assertTrue(text.endsWith(HidKit.UDEV_RULE), text);
    }

    @Test
    void aBoardThatIsUnpluggedIsSaidToBe() throws Exception {
        Node node = Node.kit();
        HidReportPort port = new HidReportPort(node);
        node.gone = true;
        assertThrows(LinkFailed.class, () -> port.write(new byte[Report.SIZE]));
        String message = assertThrows(LinkFailed.class, () -> port.read(new byte[Report.SIZE], Duration.ofMillis(1)))
                .getMessage();
        assertTrue(message.contains("unplugged"), message);
    }

    @ParameterizedTest
    @CsvSource({ "PT0S,0", "PT0.000000001S,1", "PT0.001S,1", "PT2S,2000", "PT1000H,60000" })
    void aWaitIsNeverForEverAndNeverCutToNothing(Duration wait, int millis) throws Exception {
        Node node = Node.kit();
        new HidReportPort(node).read(new byte[Report.SIZE], wait);
        assertEquals(millis, node.lastTimeout);
    }
}
