package org.trustflex.ui.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;
import org.jspecify.annotations.Nullable;

/** Properties that can be read and not changed, in groups and in the order in which they were added. */
final class PropertyList implements IPropertySource {

    private final List<PropertyDescriptor> descriptors = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final String title;

    /** @param title what the object is, in a few words */
    PropertyList(String title) {
        this.title = title;
    }

    /** Adds a property. */
    PropertyList with(String category, String name, Object value) {
        PropertyDescriptor descriptor = new PropertyDescriptor(Integer.valueOf(values.size()), name);
        descriptor.setCategory(category);
        descriptor.setAlwaysIncompatible(true);
        descriptors.add(descriptor);
        values.add(String.valueOf(value));
        return this;
    }

    /** Adds a property if there is a value. */
    PropertyList with(String category, String name, Optional<?> value) {
        return value.isPresent() ? with(category, name, value.get()) : this;
    }

    @Override
    public Object getEditableValue() {
        return title;
    }

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        return descriptors.toArray(IPropertyDescriptor[]::new);
    }

    @Override
    public @Nullable Object getPropertyValue(Object id) {
        return id instanceof Integer index ? values.get(index) : null;
    }

    @Override
    public boolean isPropertySet(Object id) {
        return false;
    }

    @Override
    public void resetPropertyValue(Object id) {
        // They can't be changed.
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        // They can't be changed.
    }
}
