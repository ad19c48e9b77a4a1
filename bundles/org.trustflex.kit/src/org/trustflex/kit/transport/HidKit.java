package org.trustflex.kit.transport;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.Deadline;
import org.trustflex.kit.KitLink;
import org.trustflex.kit.ReportFraming;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A Trust Platform board that runs its factory program and is plugged in by USB. */
public final class HidKit {

    /** What lets a user who sits at a Linux machine open the board, and its debugger too. */
    public static final String UDEV_RULE = "KERNEL==\"hidraw*\", ATTRS{idVendor}==\"03eb\", "
            + "ATTRS{idProduct}==\"2312|2175\", MODE=\"0660\", TAG+=\"uaccess\"";

    private static final Logger LOG = System.getLogger(HidKit.class.getName());
    private static final Duration OPEN_TIME = Duration.ofSeconds(1);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final HidNode node;
    private final Duration openTime;

    HidKit(HidNode node) {
        this(node, OPEN_TIME);
    }

    HidKit(HidNode node, Duration openTime) {
        this.node = node;
        this.openTime = openTime;
    }

    /**
     * What the operating system calls the device, such as "/dev/hidraw3". Changes with the socket; there is no serial.
     */
    public String path() {
        return node.path();
    }

    /**
     * Opens it. A board that was just plugged in shows up before the operating system has set its permissions, so this
     * tries for about a second.
     *
     * @throws LinkFailed if it can't be opened; on Linux without permission with the udev rule that grants it
     */
    public KitLink open() throws LinkFailed {
        Deadline deadline = Deadline.after(openTime);
        while (!node.open()) {
            if (deadline.passed()) {
                throw new LinkFailed(refusal());
            }
            LOG.log(Level.DEBUG, "{0} does not open yet", path());
            pause();
        }
        return new ReportFraming(new HidReportPort(node));
    }

    private void pause() throws LinkFailed {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkFailed(Messages.text("hid.interrupted", path()), e);
        }
    }

    private String refusal() {
        String path = path();
        if (!path.startsWith("/dev/")) {
            return Messages.text("hid.refused", path);
        }
        Path file = Path.of(path);
        if (!Files.exists(file)) {
            return Messages.text("hid.gone", path);
        }
        return Files.isReadable(file) && Files.isWritable(file) ? Messages.text("hid.refused", path)
                : Messages.text("hid.permission", path, UDEV_RULE);
    }
}
