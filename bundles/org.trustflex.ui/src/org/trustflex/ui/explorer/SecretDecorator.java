package org.trustflex.ui.explorer;

import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.jface.viewers.ILightweightLabelDecorator;
import org.eclipse.jface.viewers.LabelProvider;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.problems.SecretNames;
import org.trustflex.ui.Images;

/** Shows by a lock which files of a project are for their owner alone. */
public final class SecretDecorator extends LabelProvider implements ILightweightLabelDecorator {

    private static final Set<String> SECRET_FOLDERS = Set.of("pending", "old", "journal");

    @Override
    public void decorate(@Nullable Object element, IDecoration decoration) {
        if (element instanceof IFile file && isSecret(file) && TrustFlexProject.of(file).isPresent()) {
            decoration.addOverlay(Images.OVERLAY_SECRET.descriptor(), IDecoration.TOP_RIGHT);
            decoration.addSuffix(Messages.secret_suffix);
        }
    }

    private static boolean isSecret(IFile file) {
        return SecretNames.isSecret(file.getName()) || SECRET_FOLDERS.contains(file.getParent().getName());
    }
}
