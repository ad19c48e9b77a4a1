package org.trustflex.kit;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A conversation with one kit: what it is, which devices it has found, and the way to one of them. Used by one thread
 * at a time. Closing it closes the link.
 */
public final class KitSession implements AutoCloseable {

    /** The most devices that a kit keeps in its list. */
    public static final int MOST_DEVICES = 8;

    private final Conversation conversation;
    private @Nullable List<KitDevice> found;

    /** A session over this link, with a board's usual times. Nothing is sent yet. */
    public KitSession(KitLink link) {
        this(link, KitTiming.STANDARD);
    }

    /** A session over this link, with times of its own. Nothing is sent yet. */
    public KitSession(KitLink link, KitTiming timing) {
        conversation = new Conversation(link, timing);
    }

    /**
     * The devices that the kit has found, in its own order. Asked once and then remembered.
     *
     * @throws LinkFailed     if the kit does not answer
     * @throws MalformedReply if it does not answer as a kit does
     */
    public List<KitDevice> devices() throws LinkFailed, MalformedReply {
        List<KitDevice> known = found;
        if (known == null) {
            known = enumerate();
            found = known;
        }
        return known;
    }

    private List<KitDevice> enumerate() throws LinkFailed, MalformedReply {
        List<KitDevice> devices = new ArrayList<>();
        for (int index = 0; index < MOST_DEVICES; index++) {
            Optional<KitDevice> device = index == 0 ? first() : device(index);
            if (device.isEmpty()) {
                break;
            }
            devices.add(device.get());
        }
        return List.copyOf(devices);
    }

    /**
     * The first question of a session gets a second try: a program that was killed may have left half a line in the
     * kit, which then takes our question for its rest, or an answer on the way, which then comes to us.
     */
    private Optional<KitDevice> first() throws LinkFailed, MalformedReply {
        try {
            return device(0);
        } catch (MalformedReply leftover) {
            conversation.mistrust();
            return device(0);
        }
    }

    private Optional<KitDevice> device(int index) throws LinkFailed, MalformedReply {
        return KitDevice.parse(index, ask(String.format(Locale.ROOT, "board:device(%02X)", index)));
    }

    /** Lets the kit search its buses again, and forgets what it has found before. */
    public void discover() throws LinkFailed, MalformedReply {
        found = null;
        KitReply reply = conversation.request("board:discover()", conversation.timing().scan());
        if (!reply.isSuccess()) {
            throw new LinkFailed(Messages.text("discover.failed", reply.status(), KitStatus.meaning(reply.status())));
        }
    }

    /** What the kit answers to {@code board:version()}, trimmed: for a diagnosis, not to be taken apart. */
    public String version() throws LinkFailed, MalformedReply {
        return conversation.ask("board:version()", conversation.timing().scan()).trim();
    }

    /** The program that runs on the board. */
    public KitFirmware firmware() throws LinkFailed, MalformedReply {
        return KitFirmware.parse(ask("board:firmware(00)"));
    }

    private String ask(String request) throws LinkFailed, MalformedReply {
        return conversation.ask(request, conversation.timing().reply());
    }

    /**
     * Selects a device. The kit's list is read first, since the factory program answers a selection with success even
     * if there is nobody at the address. From here on the session belongs to the channel, and is closed with it.
     *
     * @param address 8-bit I2C address, such as 0x6C
     * @throws LinkFailed     if the kit does not answer, or has found no device at this address
     * @throws MalformedReply if it does not answer as a kit does
     */
    public KitChannel select(int address) throws LinkFailed, MalformedReply {
        Optional<KitDevice> device = devices().stream().filter(candidate -> candidate.address() == address)
                .filter(candidate -> candidate.bus() == BusType.TWI).findFirst();
        if (device.isEmpty()) {
            throw new LinkFailed(Messages.text("device.absent", address, names()));
        }
        KitReply reply = conversation.request(String.format(Locale.ROOT, "E:physical:select(%02X)", address),
                conversation.timing().reply());
        if (!reply.isSuccess()) {
            throw new LinkFailed(
                    Messages.text("select.failed", address, reply.status(), KitStatus.meaning(reply.status())));
        }
        KitChannel channel = new KitChannel(conversation, device.get());
        channel.putToRest();
        return channel;
    }

    private String names() throws LinkFailed, MalformedReply {
        return devices().isEmpty() ? Messages.text("device.none")
                : devices().stream().map(KitDevice::toString).collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        conversation.close();
    }
}
