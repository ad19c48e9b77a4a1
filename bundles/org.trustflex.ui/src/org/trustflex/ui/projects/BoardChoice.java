package org.trustflex.ui.projects;

/** Which board a new project gets. */
sealed interface BoardChoice {

    /**
     * A simulated one that is made for it.
     *
     * @param name its name, which is free
     */
    record Simulated(String name) implements BoardChoice {

        String id() {
            return "sim:" + name;
        }
    }

    /**
     * One that is there.
     *
     * @param id its stable id
     */
    record Existing(String id) implements BoardChoice {
    }

    /** None yet. */
    record Later() implements BoardChoice {
        // There is nothing more to say.
    }
}
