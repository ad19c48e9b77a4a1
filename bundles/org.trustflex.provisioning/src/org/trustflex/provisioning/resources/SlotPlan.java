package org.trustflex.provisioning.resources;

/**
 * What will be done with one key slot.
 *
 * @param slot   5, 6, 9, 13, 14 or 15
 * @param action what to do
 */
record SlotPlan(int slot, Action action) {

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
