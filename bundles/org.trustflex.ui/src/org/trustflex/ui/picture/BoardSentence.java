package org.trustflex.ui.picture;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.BoardCatalog;

/**
 * What the view says below the picture.
 *
 * @param text a sentence in which links, as {@code <a href="command id">}, run commands
 */
record BoardSentence(String text) {

    static final String RESET = TrustFlexUi.PLUGIN_ID + ".mcu.reset";

    private static final double SLOWEST_BLINK = 0.1;

    /** What is said where there is no board to be drawn, with the one thing to do. */
    static String ofNoBoard(Optional<String> wanted) {
        if (!BoardCatalog.shared().known()) {
            return Messages.empty_searching;
        }
        if (wanted.isPresent()) {
            return NLS.bind(Messages.empty_gone, wanted.get());
        }
        return BoardCatalog.shared().boards().isEmpty() ? Messages.empty_noBoard : Messages.empty_noChoice;
    }

    static BoardSentence of(BoardPicture picture) {
        String program = picture.program().text();
        return new BoardSentence(switch (picture.program().kind()) {
            case KIT -> NLS.bind(Messages.kit, program);
            case NONE -> Messages.noProgram;
            case FIRMWARE -> picture.running() ? NLS.bind(Messages.running, program, led(picture))
                    : NLS.bind(Messages.stopped, program);
        });
    }

    private static String led(BoardPicture picture) {
        if (picture.blinks() > SLOWEST_BLINK) {
            return NLS.bind(Messages.led_blinks, Math.round(picture.blinks() * 10) / 10.0);
        }
        return picture.lit() ? Messages.led_on : Messages.led_off;
    }

    /** The sentence without its links. */
    String plain() {
        return text.replaceAll("<[^>]*>", "");
    }
}
