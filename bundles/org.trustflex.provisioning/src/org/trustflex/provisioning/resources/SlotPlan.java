package org.trustflex.provisioning.resources;

/**
 * What will be done with one key slot.
 *
 * @param slot   5, 6, 9, 13, 14 or 15
 * @param action what to do
 * @param saved  whether the new key of {@link Action#CREATE} has been made and saved
 */
record SlotPlan(int slot, Action action, boolean saved) {

    SlotPlan(int slot, Action action) {
        this(slot, action, false);
    }

    SlotPlan afterSaving() {
        return new SlotPlan(slot, action, true);
    }

    /** What can be done with a key slot. */
    enum Action {
        /** The file's key is in the slot. */
        KEEP,
        /** There is a file, but the slot holds something else: program what the file says. */
        PROGRAM,
        /** Make a new key, save it, program it. */
        CREATE,
        /** Slot 14 holds a validated key of which the project has no private half. */
        LEAVE_VALID,
        /** Slot 14 is in the middle of a rotation. */
        LEAVE_ROTATING;

        boolean writes() {
            return this == PROGRAM || this == CREATE;
        }
    }
}
