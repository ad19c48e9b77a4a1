package org.trustflex.ui.tests.robot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;

/** Keeps what the screen shows, for people to look at: in the folder target/screenshots of the tests. */
public final class Screenshot {

    private static final Path FOLDER = Path.of("target", "screenshots");

    private static final int PAINT_ROUNDS = 20;

    private Screenshot() {
    }

    /** Takes a picture of the whole screen. */
    public static void take(String name) {
        Ui.run(Screenshot::paint);
        Ui.run(() -> copy(name));
    }

    /** What has just been changed is painted when nothing else is left to do. */
    private static void paint() {
        Display display = Display.getCurrent();
        for (int round = 0; round < PAINT_ROUNDS; round++) {
            display.update();
            while (display.readAndDispatch()) {
                // One more event has been worked off.
            }
        }
    }

    private static void copy(String name) throws IOException {
        Display display = Display.getCurrent();
        Rectangle bounds = display.getBounds();
        Image image = new Image(display, bounds.width, bounds.height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, 0, 0);
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] { image.getImageData() };
            Files.createDirectories(FOLDER);
            loader.save(FOLDER.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
