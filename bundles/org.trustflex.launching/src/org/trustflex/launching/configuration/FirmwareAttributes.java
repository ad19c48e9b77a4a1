package org.trustflex.launching.configuration;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.osgi.util.NLS;
import org.trustflex.launching.firmware.FlashRequest;
import org.trustflex.launching.firmware.FlashVia;

/** Reads what is to be done with the firmware from a launch configuration, and writes it into one. */
public final class FirmwareAttributes {

    /** The longest time in seconds that a firmware may take. */
    public static final int LONGEST_SECONDS = 600;

    private FirmwareAttributes() {
    }

    /**
     * What the configuration asks for.
     *
     * @param debug whether it is launched in debug mode
     * @throws CoreException with a sentence if a value can't be used
     */
    public static FlashRequest read(ILaunchConfiguration configuration, boolean debug) throws CoreException {
        String image = configuration.getAttribute(LaunchAttributes.IMAGE, "").trim();
        String problem = problem(image);
        if (!problem.isEmpty()) {
            throw new CoreException(Status.error(problem));
        }
        return new FlashRequest(image.isEmpty() ? Optional.empty() : Optional.of(image), via(configuration),
                Duration.ofSeconds(seconds(configuration)),
                configuration.getAttribute(LaunchAttributes.FACTORY_RESET, false), debug);
    }

    /** What is wrong with the path of an image, in a sentence; empty if nothing is. */
    public static String problem(String image) {
        IPath path = IPath.fromPortableString(image);
        boolean inside = !path.isAbsolute() && path.getDevice() == null && !"..".equals(path.segment(0));
        return image.isEmpty() || inside ? "" : NLS.bind(Messages.firmware_outside, image);
    }

    private static int seconds(ILaunchConfiguration configuration) throws CoreException {
        int seconds = configuration.getAttribute(LaunchAttributes.CONSOLE_SECONDS,
                LaunchAttributes.DEFAULT_CONSOLE_SECONDS);
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new CoreException(Status.error(NLS.bind(Messages.firmware_seconds, seconds, LONGEST_SECONDS)));
        }
        return seconds;
    }

    private static FlashVia via(ILaunchConfiguration configuration) throws CoreException {
        String name = configuration.getAttribute(LaunchAttributes.FLASH_VIA, FlashVia.DIRECT.name());
        return Arrays.stream(FlashVia.values()).filter(via -> via.name().equals(name)).findFirst()
                .orElseThrow(() -> new CoreException(Status.error(NLS.bind(Messages.firmware_unknownVia, name))));
    }

    /** Makes the configuration ask for this. */
    public static void write(FlashRequest request, ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(LaunchAttributes.IMAGE, request.image().orElse(null));
        configuration.setAttribute(LaunchAttributes.FLASH_VIA, request.via().name());
        configuration.setAttribute(LaunchAttributes.CONSOLE_SECONDS, (int) request.patience().toSeconds());
        configuration.setAttribute(LaunchAttributes.FACTORY_RESET, request.factoryReset());
    }
}
