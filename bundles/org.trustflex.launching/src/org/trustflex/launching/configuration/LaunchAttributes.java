package org.trustflex.launching.configuration;

import org.trustflex.launching.TrustFlexLaunching;

/** What a launch configuration may say. Nothing in it is secret or belongs to one machine, so it can be shared. */
public final class LaunchAttributes {

    /** The type of resources, certificates and manifest. */
    public static final String RESOURCES_TYPE = TrustFlexLaunching.PLUGIN_ID + ".resources";
    /** The type of the key rotation. */
    public static final String ROTATION_TYPE = TrustFlexLaunching.PLUGIN_ID + ".rotation";
    /** The type of the firmware: build, flash, run. */
    public static final String FIRMWARE_TYPE = TrustFlexLaunching.PLUGIN_ID + ".firmware";

    /** String: the project's name in the workspace. */
    public static final String PROJECT = attribute("PROJECT");
    /** String: the serial number of the only secure element that this may run on; empty: the project's board. */
    public static final String SERIAL_NUMBER = attribute("SERIAL_NUMBER");

    /** Boolean, default true: generate the resources. */
    public static final String RESOURCES = attribute("RESOURCES");
    /** Boolean, default false: make new keys even where file and device fit. */
    public static final String NEW_KEYS = attribute("NEW_KEYS");
    /** String, a name of {@link org.trustflex.launching.operation.CertificateChoice}, default NONE: which certificates the device gets. */
    public static final String CERTIFICATES = attribute("CERTIFICATES");
    /** String: the organisation's name in the custom certificates, 1 to 24 bytes of UTF-8. */
    public static final String ORGANIZATION = attribute("ORGANIZATION");
    /** Boolean, default false: write the manifest. */
    public static final String MANIFEST = attribute("MANIFEST");

    /** Set of names of RotationStep; empty or missing: the whole rotation, or what is left of it. */
    public static final String ROTATION_STEPS = attribute("ROTATION_STEPS");

    /** String: the image in the project that is flashed, as a path from the project's folder; empty: its own firmware is built. */
    public static final String IMAGE = attribute("IMAGE");
    /** String, a name of {@link org.trustflex.launching.firmware.FlashVia}, default DIRECT: what programs the board. */
    public static final String FLASH_VIA = attribute("FLASH_VIA");
    /** Integer, default {@value #DEFAULT_CONSOLE_SECONDS}: how long the firmware may take until it says how it went. */
    public static final String CONSOLE_SECONDS = attribute("CONSOLE_SECONDS");
    /** The default of {@link #CONSOLE_SECONDS}. */
    public static final int DEFAULT_CONSOLE_SECONDS = 10;
    /** Boolean, default false: bring the factory program back when the firmware has run. */
    public static final String FACTORY_RESET = attribute("FACTORY_RESET");

    /**
     * Boolean, default false: let the project take another secure element. Only for a launch whose user has just been asked:
     * no page writes it, so that no shared file has it.
     */
    public static final String ADOPT = attribute("ADOPT");
    /** Boolean, default false, the Debug framework's own: nobody sees this configuration, so nobody is asked on its behalf. */
    public static final String PRIVATE = "org.eclipse.debug.ui.private";

    private LaunchAttributes() {
    }

    private static String attribute(String name) {
        return TrustFlexLaunching.PLUGIN_ID + "." + name;
    }
}
