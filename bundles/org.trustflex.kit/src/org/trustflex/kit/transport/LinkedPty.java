package org.trustflex.kit.transport;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

import org.trustflex.atecc.packet.LinkFailed;

/**
 * A pseudo terminal with a symbolic link to it, since its own name is another one each time. Linux and macOS.
 *
 * @param pty  our end of it
 * @param link what others open
 */
public record LinkedPty(Pty pty, Path link) {

    /**
     * Makes a terminal.
     *
     * @param link where a symbolic link to the terminal is made; one that leads nowhere any more is replaced
     * @throws LinkFailed if this system has no such terminals, or the link can't be made
     */
    public static LinkedPty open(Path link) throws LinkFailed {
        if (!Pty.isSupported()) {
            throw new LinkFailed(Messages.text("pty.platform", System.getProperty("os.name")));
        }
        Pty pty = null;
        boolean linked = false;
        try {
            pty = Pty.open();
            makeLink(link, Path.of(pty.name()));
            linked = true;
            return new LinkedPty(pty, link);
        } catch (IOException failed) {
            throw new LinkFailed(Messages.text("pty.link", link, failed.getMessage()), failed);
        } catch (LinkageError missing) {
            throw new LinkFailed(Messages.text("pty.library", String.valueOf(missing.getMessage())), missing);
        } finally {
            if (pty != null && !linked) {
                pty.close();
            }
        }
    }

    private static void makeLink(Path link, Path terminal) throws IOException, LinkFailed {
        if (Files.isSymbolicLink(link) && !Files.exists(link)) {
            // Left by a server that was killed.
            Files.delete(link);
        }
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            throw new LinkFailed(Messages.text("pty.taken", link));
        }
        Files.createSymbolicLink(link, terminal);
    }

    /** The terminal itself, such as "/dev/pts/3". */
    public String terminal() {
        return pty.name();
    }

    /** Takes the link away, unless it leads elsewhere by now. May be called again. */
    public void removeLink() {
        try {
            if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(Path.of(pty.name()))) {
                Files.delete(link);
            }
        } catch (IOException e) {
            System.getLogger(LinkedPty.class.getName()).log(Level.DEBUG, "The link " + link + " stays", e);
        }
    }
}
