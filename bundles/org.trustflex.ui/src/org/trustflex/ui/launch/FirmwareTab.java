package org.trustflex.ui.launch;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.trustflex.launching.configuration.FirmwareAttributes;
import org.trustflex.launching.configuration.LaunchAttributes;
import org.trustflex.launching.firmware.FlashVia;
import org.trustflex.ui.TrustFlexUi;

/** Which image a launch flashes, what programs it, and what happens afterwards. */
final class FirmwareTab extends TargetTab {

    private final Map<FlashVia, Button> via = new EnumMap<>(FlashVia.class);
    private Button built;
    private Button chosen;
    private Text image;
    private Spinner seconds;
    private Button factoryReset;

    FirmwareTab() {
        super(LaunchAttributes.FIRMWARE_TYPE, "launch_firmware");
    }

    @Override
    void createWhat(Group group) {
        built = button(group, SWT.RADIO, Messages.firmware_build, 3);
        chosen = button(group, SWT.RADIO, Messages.firmware_image, 1);
        image = new Text(group, SWT.BORDER);
        image.setMessage(Messages.firmware_imageHint);
        image.setData(TrustFlexUi.WIDGET_ID, "launch.image");
        image.addModifyListener(event -> updateLaunchConfigurationDialog());
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(image);
        Composite programmers = row(group, FlashVia.values().length + 1);
        new Label(programmers, SWT.NONE).setText(Messages.firmware_via);
        for (FlashVia each : FlashVia.values()) {
            via.put(each, button(programmers, SWT.RADIO, name(each), 1));
        }
        Composite waiting = row(group, 3);
        new Label(waiting, SWT.NONE).setText(Messages.firmware_wait);
        seconds = new Spinner(waiting, SWT.BORDER);
        seconds.setValues(LaunchAttributes.DEFAULT_CONSOLE_SECONDS, 1, FirmwareAttributes.LONGEST_SECONDS, 0, 1, 10);
        seconds.setData(TrustFlexUi.WIDGET_ID, "launch.seconds");
        seconds.addModifyListener(event -> updateLaunchConfigurationDialog());
        new Label(waiting, SWT.NONE).setText(Messages.firmware_seconds);
        factoryReset = button(group, SWT.CHECK, Messages.firmware_factoryReset, 3);
    }

    private static Composite row(Group group, int columns) {
        Composite row = new Composite(group, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(columns).applyTo(row);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(row);
        return row;
    }

    private static String name(FlashVia via) {
        return switch (via) {
            case DIRECT -> Messages.firmware_direct;
            case OPENOCD -> Messages.firmware_openOcd;
            case IPE -> Messages.firmware_ipe;
        };
    }

    private Button button(Composite parent, int style, String label, int columns) {
        Button button = new Button(parent, style);
        button.setText(label);
        GridDataFactory.swtDefaults().span(columns, 1).applyTo(button);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> update()));
        return button;
    }

    private void update() {
        image.setEnabled(chosen.getSelection());
        updateLaunchConfigurationDialog();
    }

    @Override
    void readWhat(ILaunchConfiguration configuration) throws CoreException {
        String file = configuration.getAttribute(LaunchAttributes.IMAGE, "");
        built.setSelection(file.isEmpty());
        chosen.setSelection(!file.isEmpty());
        image.setText(file);
        String programmer = configuration.getAttribute(LaunchAttributes.FLASH_VIA, FlashVia.DIRECT.name());
        via.forEach((each, button) -> button.setSelection(each.name().equals(programmer)));
        seconds.setSelection(configuration.getAttribute(LaunchAttributes.CONSOLE_SECONDS,
                LaunchAttributes.DEFAULT_CONSOLE_SECONDS));
        factoryReset.setSelection(configuration.getAttribute(LaunchAttributes.FACTORY_RESET, false));
        update();
    }

    @Override
    void writeWhat(ILaunchConfigurationWorkingCopy configuration) {
        String file = image.getText().trim();
        configuration.setAttribute(LaunchAttributes.IMAGE, chosen.getSelection() && !file.isEmpty() ? file : null);
        via.forEach((each, button) -> {
            if (button.getSelection()) {
                configuration.setAttribute(LaunchAttributes.FLASH_VIA, each.name());
            }
        });
        configuration.setAttribute(LaunchAttributes.CONSOLE_SECONDS, seconds.getSelection());
        configuration.setAttribute(LaunchAttributes.FACTORY_RESET, factoryReset.getSelection());
    }

    @Override
    String problemOfWhat() {
        if (!chosen.getSelection()) {
            return "";
        }
        String file = image.getText().trim();
        if (file.isEmpty()) {
            return Messages.firmware_noImage;
        }
        String problem = FirmwareAttributes.problem(file);
        boolean missing = problem.isEmpty() && !projectFileExists(file);
        return missing ? NLS.bind(Messages.firmware_imageMissing, file) : problem;
    }

    @Override
    public String getId() {
        return "org.trustflex.ui.launch.firmwareTab";
    }
}
