package org.trustflex.ui.explorer;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.TrustFlexProject;

/** Lets menus know whether something belongs to a TrustFLEX project. Asks the workspace, not the disk. */
public final class ProjectTester extends PropertyTester {

    @Override
    public boolean test(@Nullable Object receiver, @Nullable String property, Object @Nullable [] arguments,
            @Nullable Object expected) {
        IResource resource = receiver == null ? null : Adapters.adapt(receiver, IResource.class);
        boolean inProject = resource != null && TrustFlexProject.of(resource).isPresent();
        return inProject == !Boolean.FALSE.equals(expected);
    }
}
