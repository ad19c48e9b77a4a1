package org.trustflex.ui.launch;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.Board;
import org.trustflex.board.UnusableBoard;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.ui.TrustFlexUi;

/** The board of a launch configuration: the project's, or the one with a certain secure element. */
final class BoardField {

    private static final Pattern SERIAL_NUMBER = Pattern.compile("[0-9A-Fa-f]{18}");

    private final Supplier<String> project;
    private final Runnable changed;
    private final Button bound;
    private final Button pinned;
    private final Text serial;
    private final Button pin;
    private String failure = "";

    BoardField(Composite parent, Supplier<String> project, Runnable changed) {
        this.project = project;
        this.changed = changed;
        bound = new Button(parent, SWT.RADIO);
        bound.setText(Messages.board_bound);
        GridDataFactory.swtDefaults().span(3, 1).applyTo(bound);
        pinned = new Button(parent, SWT.RADIO);
        pinned.setText(Messages.board_pinned);
        serial = new Text(parent, SWT.BORDER);
        serial.setFont(JFaceResources.getTextFont());
        serial.setData(TrustFlexUi.WIDGET_ID, "launch.serial");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(serial);
        pin = new Button(parent, SWT.PUSH);
        pin.setText(Messages.board_pin);
        pin.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> pin()));
        pinned.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> update()));
        serial.addModifyListener(event -> {
            failure = "";
            changed.run();
        });
    }

    private void update() {
        serial.setEnabled(pinned.getSelection());
        pin.setEnabled(pinned.getSelection());
        failure = "";
        changed.run();
    }

    void show(String serialNumber) {
        pinned.setSelection(!serialNumber.isEmpty());
        bound.setSelection(serialNumber.isEmpty());
        serial.setText(serialNumber);
        update();
    }

    String serialNumber() {
        return pinned.getSelection() ? serial.getText().trim().toUpperCase(Locale.ROOT) : "";
    }

    String problem() {
        if (!failure.isEmpty()) {
            return failure;
        }
        boolean good = !pinned.getSelection() || SERIAL_NUMBER.matcher(serial.getText().trim()).matches();
        return good ? "" : Messages.board_noSerial;
    }

    /** Takes the serial number of the element that is on the project's board now. */
    private void pin() {
        Optional<String> id = project.get().isEmpty() ? Optional.empty()
                : WorkspaceBoards.boardOf(ResourcesPlugin.getWorkspace().getRoot().getProject(project.get()));
        if (id.isEmpty()) {
            failed(Messages.board_unbound);
            return;
        }
        ICoreRunnable look = monitor -> pin(id.get());
        Job job = Job.create(NLS.bind(Messages.board_looking, id.get()), look);
        job.setUser(true);
        job.schedule();
    }

    private void pin(String id) throws CoreException {
        try {
            Board board = WorkspaceBoards.boards().select(id);
            Optional<String> found = board.description().trustFlex().map(element -> element.serialNumber().hex());
            inDialog(() -> found.ifPresentOrElse(serial::setText,
                    () -> failed(NLS.bind(Messages.board_noElement, id))));
        } catch (LinkFailed | AmbiguousBoard | UnusableBoard failed) {
            inDialog(() -> failed(String.valueOf(failed.getMessage())));
        } catch (RuntimeException fault) {
            throw new CoreException(Status.error(String.valueOf(fault.getMessage()), fault));
        }
    }

    private void inDialog(Runnable update) {
        serial.getDisplay().asyncExec(() -> {
            if (!serial.isDisposed()) {
                update.run();
            }
        });
    }

    private void failed(String sentence) {
        failure = sentence;
        changed.run();
    }
}
