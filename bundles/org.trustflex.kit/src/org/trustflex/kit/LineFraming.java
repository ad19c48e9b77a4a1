package org.trustflex.kit;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines in a stream of bytes, as a kit speaks them over a serial port or TCP. */
public final class LineFraming implements KitLink {

    private static final int BUFFER = 1024;
    private static final int MOST_STALE_BYTES = 1 << 16;

    private final BytePort port;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;

    /** A link over this port, which it closes with itself. */
    public LineFraming(BytePort port) {
        this.port = port;
    }

    @Override
    public void send(String line, Deadline deadline) throws LinkFailed {
        dropStale(deadline);
        port.write((line + "\n").getBytes(StandardCharsets.ISO_8859_1), deadline);
    }

    private void dropStale(Deadline deadline) throws LinkFailed {
        StringBuilder beginning = new StringBuilder();
        int dropped = 0;
        do {
            beginning.append(text(position, Math.min(limit, position + BUFFER - beginning.length())));
            dropped += limit - position;
            if (dropped > MOST_STALE_BYTES || dropped > 0 && deadline.passed()) {
                throw new LinkFailed(Messages.text("link.chatter"));
            }
        } while (fill(Deadline.now(), beginning));
        refuseIfBusy(beginning.toString());
    }

    private boolean fill(Deadline deadline, CharSequence unasked) throws LinkFailed {
        position = 0;
        limit = 0;
        int count = port.read(buffer, deadline);
        if (count < 0) {
            refuseIfBusy(unasked.toString());
            throw new LinkFailed(Messages.text("link.closed"));
        }
        limit = count;
        return count > 0;
    }

    @Override
    public Optional<String> receive(Deadline deadline) throws LinkFailed, MalformedReply {
        ReplyAssembler assembler = new ReplyAssembler();
        while (true) {
            while (position < limit) {
                if (assembler.accept(buffer[position++])) {
                    refuseIfBusy(assembler.line());
                    return Optional.of(assembler.line());
                }
            }
            if (!fill(deadline, "")) {
                return Optional.empty();
            }
        }
    }

    private String text(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static void refuseIfBusy(String text) throws LinkFailed {
        String firstLine = text.lines().findFirst().orElse("");
        Optional<String> holder = KitBusy.holder(firstLine);
        if (holder.isPresent()) {
            throw new LinkFailed(Messages.text("link.busy", holder.get()));
        }
    }

    @Override
    public boolean hasUnread() {
        return position < limit;
    }

    @Override
    public void close() {
        port.close();
    }
}
