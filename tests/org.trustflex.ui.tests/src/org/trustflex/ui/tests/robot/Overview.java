package org.trustflex.ui.tests.robot;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.ui.TrustFlexUi;

/** Reads the overview as a user would. */
public final class Overview {

    private Overview() {
    }

    /** Waits until the overview of a project is in front. */
    public static Overview opened(String project) {
        Await.until("the overview of " + project + " is open", () -> {
            IEditorPart editor = Desk.page().getActiveEditor();
            return editor != null && editor.getSite().getId().equals(TrustFlexUi.OVERVIEW_EDITOR)
                    && editor.getTitle().equals(project);
        });
        Overview overview = new Overview();
        Await.until("the overview has looked", () -> !overview.find("RESOURCES.state").getText().isEmpty());
        Await.jobs(TrustFlexJobs.OVERVIEW);
        return overview;
    }

    private Label find(String id) {
        return label(Desk.shell(), "overview." + id);
    }

    private static Label label(Composite root, String id) {
        return Find.controls(root, Label.class).stream()
                .filter(label -> id.equals(label.getData(TrustFlexUi.WIDGET_ID))).findFirst().orElseThrow();
    }

    /** The text of a cell, such as RESOURCES.state, .disk, .device or .sentence. */
    public String text(String id) {
        return Ui.get(() -> find(id).getText());
    }

    /** Waits until a part has a state. */
    public void awaitState(String part, String state) {
        Await.until(part + " is " + state, () -> find(part + ".state").getText().equals(state));
    }

    /** Waits until a cell says something. */
    public void awaitText(String id, String words) {
        Await.until(id + " says " + words, () -> find(id).getText().contains(words));
    }

    /** The link of a part. */
    public Hyperlink next(String part) {
        return Find.byId(Desk.shell(), Hyperlink.class, "overview." + part + ".next");
    }

    /** Whether a text can be read somewhere in a window; to be asked on the user interface's thread. */
    public static boolean sees(Composite root, String text) {
        return Find.controls(root, Control.class).stream().anyMatch(control -> control instanceof Label label
                && label.getText().contains(text) || control instanceof Text field && field.getText().contains(text));
    }

    /** Whether a text can be read somewhere in a window. */
    public static boolean says(Composite root, String text) {
        return Ui.get(() -> sees(root, text));
    }
}
