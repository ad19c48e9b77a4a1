package org.trustflex.kit.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kit program of a Trust Platform board: answers one line with one line, as the factory program does (decoded and
 * executed from CryptoAuth_Trust_Platform.hex of Microchip's design suite, assets/Factory_Program.X). A line that it
 * does not understand is sent back as it came. Never throws, as long as its devices don't. Used by one thread at a
 * time.
 *
 * <p>What is not known of the factory program: which device is selected before any selection (here the first one
 * found), what a selection of an absent address leaves selected (here that address, where nobody acknowledges), and the
 * answers to send, receive, memory access and application commands (here "not supported").
 */
public final class KitProgram {

    /** The size of the program's buffers in bytes, newline included. */
    public static final int BUFFER = 300;

    /** The version of the factory program that is followed, as it states it. */
    public static final String VERSION = "2.2.0";

    private static final int MOST_DEVICES = 8;
    private static final String SUCCESS = "00()";
    private static final String NOT_SUPPORTED = "04()";

    private final KitBus bus;
    private final NoDeviceAnswer noDevice;
    private final SelectedDevice selected;
    private List<FoundDevice> found;

    /** The program as after its start, answering like the factory's for an absent device. It scans the bus. */
    public KitProgram(KitBus bus) {
        this(bus, NoDeviceAnswer.FACTORY);
    }

    /** The program as after its start. It scans the bus. */
    public KitProgram(KitBus bus, NoDeviceAnswer noDevice) {
        this.bus = bus;
        this.noDevice = noDevice;
        found = discover();
        selected = new SelectedDevice(bus, found.isEmpty() ? SelectedDevice.NONE : found.get(0).address());
    }

    private List<FoundDevice> discover() {
        List<FoundDevice> devices = new ArrayList<>();
        for (BusDevice device : bus.downwards()) {
            if (devices.size() < MOST_DEVICES) {
                PartName.of(device).ifPresent(name -> devices.add(new FoundDevice(name, device.address())));
            }
        }
        return devices;
    }

    /**
     * Answers one request.
     *
     * @param line one character a byte, without its newline; see {@link RequestAssembler}
     * @return the answer in the same form
     */
    public String answer(String line) {
        Optional<KitRequest> request = KitRequest.parse(line);
        if (request.isEmpty()) {
            return line;
        }
        Optional<String> answer = Optional.empty();
        if (request.get().isForBoard()) {
            answer = board(request.get(), line);
        } else if (request.get().isForDevice()) {
            answer = device(request.get());
        }
        return answer.orElse(line);
    }

    private Optional<String> board(KitRequest request, String line) {
        String command = request.command();
        return switch (command.charAt(0)) {
            case 'v' -> Optional.of(version());
            case 'f' -> Optional.of(Firmware.answer(request.data()));
            case 'd' -> command.startsWith("di") ? Optional.of(rescan()) : listed(request.data());
            case 'g' -> Optional.of(SUCCESS);
            case 'l' -> Optional.of(lastError(line));
            case 'a' -> Optional.of(NOT_SUPPORTED);
            default -> Optional.empty();
        };
    }

    private String version() {
        found = discover();
        return found.isEmpty() ? "TrustPlatform no_device " : "TrustPlatform " + found.get(0).name() + " TWI ";
    }

    private String rescan() {
        found = discover();
        return SUCCESS;
    }

    private Optional<String> listed(byte[] data) {
        if (data.length != 1) {
            return Optional.empty();
        }
        int index = data[0] & 0xFF;
        if (index >= found.size()) {
            return Optional.of(noDevice.line());
        }
        FoundDevice device = found.get(index);
        return Optional.of(String.format(Locale.ROOT, "%s TWI 00(%02X)", device.name(), device.address()));
    }

    /** The program writes four characters into the request's buffer and sends as many as the request had. */
    private static String lastError(String line) {
        return NOT_SUPPORTED + line.substring(NOT_SUPPORTED.length());
    }

    private Optional<String> device(KitRequest request) {
        String command = request.command();
        return switch (command.charAt(0)) {
            case 'p' -> physical(request);
            case 'w' -> Optional.of(selected.wake());
            case 'i' -> Optional.of(selected.idle());
            case 's' -> Optional.of(command.startsWith("se") ? NOT_SUPPORTED : selected.sleep());
            case 't' -> Optional.of(selected.talk(request.data()));
            case 'r' -> Optional.of(NOT_SUPPORTED);
            case 'm' -> command.startsWith("mw") || command.startsWith("mr") ? Optional.of(NOT_SUPPORTED)
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<String> physical(KitRequest request) {
        if (!request.detail().startsWith("s") || request.data().length != 1) {
            return Optional.empty();
        }
        selected.select(request.data()[0] & 0xFF);
        return Optional.of(SUCCESS);
    }
}
