package org.trustflex.kit;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;

import java.time.Duration;
import java.util.Optional;

/**
 * Questions and answers over a link, kept in step. After an answer that did not come, or that was no answer, nobody
 * knows what the next line belongs to. Before the next question the kit is then sent a line that is no command and that
 * was never sent before: the factory program sends it back, and whatever comes before it belongs to the past.
 */
final class Conversation implements AutoCloseable {

    /** The factory program's buffer in bytes, newline included. */
    static final int LONGEST_REQUEST = 300;

    private final KitLink link;
    private final KitTiming timing;
    private boolean outOfStep;
    private int greetings;

    Conversation(KitLink link, KitTiming timing) {
        this.link = link;
        this.timing = timing;
    }

    KitTiming timing() {
        return timing;
    }

    /** The last line was not what it should have been, so the next one may not be the next answer either. */
    void mistrust() {
        outOfStep = true;
    }

    /** Sends a request whose answer has the form of a {@link KitReply}, whatever its status. */
    KitReply request(String request, Duration wait) throws LinkFailed, MalformedReply {
        String line = ask(request, wait);
        try {
            return KitReply.parse(line);
        } catch (MalformedReply malformed) {
            outOfStep = true;
            throw malformed;
        }
    }

    /** Sends a request and returns the line that comes back. */
    String ask(String request, Duration wait) throws LinkFailed, MalformedReply {
        if (request.length() >= LONGEST_REQUEST) {
            throw new LinkFailed(Messages.text("request.long", name(request), request.length() + 1, LONGEST_REQUEST));
        }
        if (outOfStep) {
            fallInStep();
        }
        outOfStep = true;
        Deadline deadline = Deadline.after(wait);
        link.send(request, deadline);
        Optional<String> line = link.receive(deadline);
        if (line.isEmpty()) {
            throw new LinkFailed(Messages.text("link.silent", name(request), wait.toMillis()));
        }
        if (link.hasUnread()) {
            throw new MalformedReply(Messages.text("reply.surplus", name(request)));
        }
        outOfStep = false;
        if (line.get().equals(request)) {
            throw new MalformedReply(Messages.text("reply.echo", name(request)));
        }
        return line.get();
    }

    private void fallInStep() throws LinkFailed, MalformedReply {
        greetings++;
        String greeting = "hello " + greetings;
        Deadline deadline = Deadline.after(timing.talkMargin());
        link.send(greeting, deadline);
        Optional<String> line;
        do {
            line = link.receive(deadline);
        } while (line.isPresent() && !line.get().equals(greeting) && !deadline.passed());
        if (!line.equals(Optional.of(greeting))) {
            throw new LinkFailed(Messages.text("link.lost", timing.talkMargin().toMillis()));
        }
        outOfStep = link.hasUnread();
    }

    /** A request for a message, without the packet of a talk: it may be what is written to a slot. */
    private static String name(String request) {
        return request.startsWith("E:t(") ? "E:t(...)" : request;
    }

    @Override
    public void close() {
        link.close();
    }
}
