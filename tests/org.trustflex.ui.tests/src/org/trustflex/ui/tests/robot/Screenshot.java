package org.trustflex.ui.tests.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;

/** Keeps what the screen shows, for people to look at: in the folder target/screenshots of the tests. */
public final class Screenshot {

    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(60);
    private static final int MOST_LOOKS = 10;

    private Screenshot() {
    }

    /** Takes a picture of the whole screen, when two in a row are the same: what was to be painted has been. */
    public static void take(String name) {
        Ui.run(Screenshot::putMouseAway);
        ImageData last = Ui.get(Screenshot::copy);
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            ImageData now = Ui.get(Screenshot::copy);
            boolean still = Arrays.equals(now.data, last.data);
            last = now;
            if (still) {
                break;
            }
        }
        save(last, name);
    }

    /** Where the mouse rests a tool tip may hide what is behind it. */
    private static void putMouseAway() {
        Event event = new Event();
        event.type = SWT.MouseMove;
        event.x = Display.getCurrent().getBounds().width / 2;
        event.y = 0;
        Display.getCurrent().post(event);
    }

    private static ImageData copy() {
        Display display = Display.getCurrent();
        Rectangle bounds = display.getBounds();
        Image image = new Image(display, bounds.width, bounds.height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, 0, 0);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    private static void save(ImageData picture, String name) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] { picture };
        try {
            Files.createDirectories(FOLDER);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        loader.save(FOLDER.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
    }
}
