package org.trustflex.kit.device;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The device that wake, idle, sleep and talk go to, and the answers to them. */
final class SelectedDevice {

    /** No device has this address: bit 0 of an 8-bit address is always clear. */
    static final int NONE = 1;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String SUCCESS = "00()";
    private static final String NOT_ACKNOWLEDGED = "18()";
    private static final String BAD_COUNT = "F0()";
    private static final int WORD_ADDRESS_COMMAND = 0x03;
    private static final int ECHOED_ON_REFUSED_WRITE = 4;
    private static final int SHORTEST_RESPONSE = 4;
    private static final int NOTHING_TO_READ = 0xFF;

    private final KitBus bus;
    private int address;

    SelectedDevice(KitBus bus, int address) {
        this.bus = bus;
        this.address = address;
    }

    void select(int newAddress) {
        address = newAddress;
    }

    private Optional<BusDevice> device() {
        return bus.at(address);
    }

    String wake() {
        return device().flatMap(BusDevice::wake).map(SelectedDevice::success).orElse(NOT_ACKNOWLEDGED);
    }

    /** The program does not look whether anybody acknowledged. */
    String idle() {
        device().ifPresent(BusDevice::idle);
        return SUCCESS;
    }

    String sleep() {
        return device().filter(BusDevice::sleep).isPresent() ? SUCCESS : NOT_ACKNOWLEDGED;
    }

    String talk(byte[] packet) {
        if (packet.length == 0) {
            return NOT_ACKNOWLEDGED;
        }
        return device().flatMap(device -> device.execute(packet.clone())).map(SelectedDevice::response)
                .orElseGet(() -> refusedWrite(packet));
    }

    /** The program reads the count, then as many bytes as the count says; behind a response the bus reads FF. */
    private static String response(byte[] response) {
        if (response.length == 0) {
            return NOT_ACKNOWLEDGED;
        }
        int count = response[0] & 0xFF;
        if (count < SHORTEST_RESPONSE || count == NOTHING_TO_READ) {
            return BAD_COUNT;
        }
        byte[] read = Arrays.copyOf(response, count);
        if (count > response.length) {
            Arrays.fill(read, response.length, count, (byte) NOTHING_TO_READ);
        }
        return success(read);
    }

    /** Nobody took the command: the program sends the bus status and the beginning of its own send buffer. */
    private static String refusedWrite(byte[] packet) {
        byte[] sent = new byte[ECHOED_ON_REFUSED_WRITE];
        sent[0] = WORD_ADDRESS_COMMAND;
        System.arraycopy(packet, 0, sent, 1, Math.min(packet.length, sent.length - 1));
        return "18(" + HEX.formatHex(sent) + ")";
    }

    private static String success(byte[] data) {
        return "00(" + HEX.formatHex(data) + ")";
    }
}
