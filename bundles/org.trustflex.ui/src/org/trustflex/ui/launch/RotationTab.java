package org.trustflex.ui.launch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Group;
import org.trustflex.launching.configuration.LaunchAttributes;
import org.trustflex.launching.configuration.RotationAttributes;
import org.trustflex.provisioning.rotation.RotationStep;
import org.trustflex.ui.rotation.StepNames;

/** Whether a launch rotates the key, or runs chosen steps of a rotation. */
final class RotationTab extends TargetTab {

    private final Map<RotationStep, Button> steps = new EnumMap<>(RotationStep.class);
    private Button all;
    private Button chosen;

    RotationTab() {
        super(LaunchAttributes.ROTATION_TYPE, "launch_rotation");
    }

    @Override
    void createWhat(Group group) {
        all = button(group, SWT.RADIO, Messages.rotation_all, 0);
        chosen = button(group, SWT.RADIO, Messages.rotation_chosen, 0);
        for (RotationStep step : RotationStep.values()) {
            steps.put(step, button(group, SWT.CHECK, StepNames.of(step), 20));
        }
    }

    private Button button(Group group, int style, String label, int indent) {
        Button button = new Button(group, style);
        button.setText(label);
        GridDataFactory.swtDefaults().span(3, 1).indent(indent, 0).applyTo(button);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> update()));
        return button;
    }

    private void update() {
        steps.values().forEach(button -> button.setEnabled(chosen.getSelection()));
        updateLaunchConfigurationDialog();
    }

    @Override
    void readWhat(ILaunchConfiguration configuration) throws CoreException {
        List<RotationStep> wanted = RotationAttributes.read(configuration);
        all.setSelection(wanted.isEmpty());
        chosen.setSelection(!wanted.isEmpty());
        steps.forEach((step, button) -> button.setSelection(wanted.contains(step)));
        update();
    }

    @Override
    void writeWhat(ILaunchConfigurationWorkingCopy configuration) {
        RotationAttributes.write(chosen.getSelection() ? wanted() : List.of(), configuration);
    }

    private List<RotationStep> wanted() {
        return steps.entrySet().stream().filter(entry -> entry.getValue().getSelection()).map(Map.Entry::getKey)
                .toList();
    }

    @Override
    String problemOfWhat() {
        return chosen.getSelection() && wanted().isEmpty() ? Messages.rotation_none : "";
    }

    @Override
    public String getId() {
        return "org.trustflex.ui.launch.rotationTab";
    }
}
