package org.trustflex.ui;

import java.net.URL;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;
import org.trustflex.provisioning.status.State;

/** Our icons. Each is there as PNG in 16 pixels and, with "@2x" in its name, in 32, both made from the same SVG. */
public enum Images {
    BOARD("board"),
    BOARD_SIMULATED("board_simulated"),
    DECIDES("decides"),
    DIFFERS("differs"),
    ELEMENT("element"),
    FIRMWARE("firmware"),
    OVERLAY_SECRET("overlay_secret"),
    PROJECT_IMPORT("project_import"),
    PROJECT_NEW("project_new"),
    STATE_ATTENTION("state_attention"),
    STATE_DONE("state_done"),
    STATE_READY("state_ready"),
    STATE_REFUSED("state_refused"),
    STATE_WAITS("state_waits"),
    MATCHES("matches"),
    MISSING("missing"),
    REFRESH("refresh"),
    REFUSED("refused"),
    SAVE("save"),
    SLOT_DATA("slot_data"),
    SLOT_EMPTY("slot_empty"),
    SLOT_INVALIDATED("slot_invalidated"),
    SLOT_PRIVATE_KEY("slot_private_key"),
    SLOT_SECRET("slot_secret"),
    SLOT_VALID("slot_valid"),
    TRUSTFLEX("trustflex"),
    UART("uart"),
    UNKNOWN("unknown"),
    WARNING("warning");

    private final String file;

    Images(String file) {
        this.file = "icons/" + file + ".png";
    }

    /** The icon of a state, each of another shape. */
    public static Images of(State state) {
        return switch (state) {
            case DONE -> STATE_DONE;
            case READY -> STATE_READY;
            case WAITS -> STATE_WAITS;
            case NEEDS_ATTENTION -> STATE_ATTENTION;
            case REFUSED -> STATE_REFUSED;
        };
    }

    /** The icon's descriptor. */
    public ImageDescriptor descriptor() {
        URL url = FileLocator.find(Platform.getBundle(TrustFlexUi.PLUGIN_ID), IPath.fromPortableString(file), null);
        return ImageDescriptor.createFromURL(url);
    }

    /** The icon, shared: nobody disposes it. */
    public Image image() {
        ImageRegistry registry = JFaceResources.getImageRegistry();
        String key = TrustFlexUi.PLUGIN_ID + "/" + file;
        if (registry.getDescriptor(key) == null) {
            registry.put(key, descriptor());
        }
        return registry.get(key);
    }
}
